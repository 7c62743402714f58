import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether the page is being printed just now, by our button or by the browser's own command, and the way to print it.
 * Meanwhile the document carries `data-printing`, so that styles show the paper and nothing else.
 */
export function usePrinting(): [boolean, () => void] {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const root = document.documentElement
    const begin = () => {
      root.dataset.printing = 'thread'
      flushSync(() => setPrinting(true))
    }
    const end = () => {
      delete root.dataset.printing
      setPrinting(false)
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      delete root.dataset.printing
    }
  }, [])
  return [isPrinting, useCallback(() => window.print(), [])]
}

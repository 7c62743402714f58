// Leads the eye to one row for a moment.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

/** The mark goes away after so many ms. */
const markedFor = 2600

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The marked row, and the way to mark one: scrolled into view, focused, marked for a moment. */
export function useHighlight(
  root: RefObject<HTMLElement | null>,
): [string | null, (rowId: string, column?: string) => void] {
  const [highlighted, setHighlighted] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const highlight = useCallback(
    (rowId: string, column = 'title') => {
      setHighlighted(rowId)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setHighlighted(null), markedFor)
      setTimeout(() => {
        const cell =
          root.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${rowId}|${column}`)}"]`) ??
          root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId)}"]`)
        cell?.focus({ preventScroll: true })
        cell?.scrollIntoView({ block: 'center', inline: 'center', behavior: calm() ? 'auto' : 'smooth' })
      }, 60)
    },
    [root],
  )
  return [highlighted, highlight]
}

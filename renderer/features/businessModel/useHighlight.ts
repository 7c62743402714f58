// Leads the eye and the keyboard to one note.
import { useCallback, useEffect, useRef, useState } from 'react'
import { focusNote } from './focusNote'

/** The mark goes away after so many ms. */
const markedFor = 2600

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The marked note, and the way to mark one: scrolled into view, focused, and marked for a moment. */
export function useHighlight(): [string | null, (id: string) => void] {
  const [highlighted, setHighlighted] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const highlight = useCallback((id: string) => {
    setHighlighted(id)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHighlighted(null), markedFor)
    focusNote(id)
    setTimeout(() => {
      document
        .querySelector(`[data-note="${CSS.escape(id)}"]`)
        ?.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' })
    }, 80)
  }, [])
  return [highlighted, highlight]
}

import { useLayoutEffect, useState, type RefObject } from 'react'

/** Narrower than this, in rem, the blocks come as a list: 720 px at the usual text size, more when text is larger. */
const narrow = 45

/** Whether the element, not the window, is too narrow for the canvas as it hangs on a wall. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      setNarrow(watched.clientWidth < narrow * rem)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return isNarrow
}

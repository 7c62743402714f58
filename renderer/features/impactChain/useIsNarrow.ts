import { useLayoutEffect, useState, type RefObject } from 'react'

/** Narrower than this, in rem, a panel lies over the page instead of beside the chain. */
const narrow = 50

/** Whether the element, not the window, is too narrow for the chain and a panel beside each other. */
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

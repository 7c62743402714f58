import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** How much room there is: `phone` has a bar below, `tablet` has sheets, `wide` has both sides beside the page. */
export function useRoominess(): 'phone' | 'tablet' | 'wide' {
  const isWide = useMedia('(min-width: 1024px)')
  const isPhone = useMedia('(max-width: 639px)')
  return isWide ? 'wide' : isPhone ? 'phone' : 'tablet'
}

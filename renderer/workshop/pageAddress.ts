// Which page is shown stands in the address after `#`, so that back and reload do what one expects.
import { useCallback, useSyncExternalStore } from 'react'

export interface Shown {
  pageId: string | null
  focusOn: string | null
}

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The address after `#`, as it is now. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}

/** Goes to `#path`. With `replace` the place one was in is not kept for "back". */
export function goToHash(path: string, { replace = false } = {}): void {
  if (location.hash === `#${path}`) return
  if (!replace) {
    location.hash = path
    return
  }
  history.replaceState(null, '', `#${path}`)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The page and thing in `hash`, below `base` (`/session/abc`). */
export function readShown(hash: string, base: string): Shown {
  const path = hash.replace(/^#/, '')
  if (path !== base && !path.startsWith(`${base}/`)) return { pageId: null, focusOn: null }
  const [page, focus] = path.slice(base.length + 1).split('/')
  return { pageId: decode(page), focusOn: decode(focus) }
}

function decode(part: string | undefined): string | null {
  if (!part) return null
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The page shown below `base`, and the way to another. */
export function useShown(base: string): [Shown, (pageId: string, id?: string) => void] {
  const hash = useHash()
  const goTo = useCallback(
    (pageId: string, id?: string) => {
      const path = `${base}/${encodeURIComponent(pageId)}${id ? `/${encodeURIComponent(id)}` : ''}`
      goToHash(path, { replace: readShown(location.hash, base).pageId === null })
    },
    [base],
  )
  return [readShown(hash, base), goTo]
}

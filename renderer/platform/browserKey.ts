// The facilitator's key in a browser: it comes in the fragment, which no server sees, and stays with the tab.

const place = 'samverkstad.key'

export interface BrowserStart {
  /** Null for guests. */
  key: string | null
  /** A session to show at once (`#key=…&open=…`), or null. */
  open: string | null
}

/** Takes the key out of the address bar, so that nobody reads or copies it there; a reload finds it in the tab. */
export function readBrowserStart(): BrowserStart {
  const said = new URLSearchParams(location.hash.slice(1))
  const fresh = said.get('key')
  if (fresh === null) return { key: readKept(), open: null }
  try {
    sessionStorage.setItem(place, fresh)
  } catch {
    // Storage is off: the key lasts until the next reload.
  }
  const open = said.get('open')
  said.delete('key')
  said.delete('open')
  const rest = said.toString()
  history.replaceState(history.state, '', location.pathname + location.search + (rest ? `#${rest}` : ''))
  return { key: fresh, open }
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(place)
  } catch {
    return null
  }
}

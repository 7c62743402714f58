// Language and theme in a browser: kept in its storage, shared by its tabs.
import { preferences, type Preferences } from '../../shared/bridge/bridge'
import { languageOfBrowser } from '../ui/language'

const place = 'samverkstad.preferences'

/** What cannot be read counts as not there. */
export function readBrowserPreferences(): Preferences {
  return { language: languageOfBrowser(), theme: 'system', ...readKept() }
}

export function writeBrowserPreferences(change: Partial<Preferences>): Preferences {
  const now = { ...readBrowserPreferences(), ...change }
  try {
    localStorage.setItem(place, JSON.stringify(now))
  } catch {
    // Storage is off: the choice lasts until the next reload.
  }
  return now
}

/** Hears what other tabs choose; returns how to stop. */
export function followBrowserPreferences(changed: (now: Preferences) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === place) changed(readBrowserPreferences())
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}

function readKept(): Partial<Preferences> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return preferences.partial().safeParse(kept).data ?? {}
  } catch {
    return {}
  }
}

// How tldraw is to look and behave for this person: language, theme, motion, keys. Kept nowhere by tldraw itself.
import { atom, createTLUser, type Atom, type TLUser, type TLUserPreferences } from 'tldraw'
import type { Language } from '../../../shared/bridge/bridge'

const keysName = 'samverkstad.boardKeys'

export interface BoardUser {
  user: TLUser
  preferences: Atom<TLUserPreferences>
  close(): void
}

/** @param id tldraw's name for this person, see userIdOf. */
export function openBoardUser(id: string, name: string): BoardUser {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)')
  const preferences = atom<TLUserPreferences>('board user', {
    id,
    name,
    color: '#17597f',
    locale: 'sv',
    colorScheme: themeInUse(),
    animationSpeed: calm.matches ? 0 : 1,
    edgeScrollSpeed: 1,
    areKeyboardShortcutsEnabled: readKeys(),
    isSnapMode: false,
    isWrapMode: false,
    isDynamicSizeMode: false,
    isPasteAtCursorMode: false,
  })
  const change = (next: Partial<TLUserPreferences>) => preferences.update((now) => ({ ...now, ...next }))
  const followTheme = new MutationObserver(() => change({ colorScheme: themeInUse() }))
  followTheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const followMotion = () => change({ animationSpeed: calm.matches ? 0 : 1 })
  calm.addEventListener('change', followMotion)
  return {
    user: createTLUser({
      userPreferences: preferences,
      setUserPreferences(next) {
        keepKeys(next.areKeyboardShortcutsEnabled !== false)
        preferences.set(next)
      },
    }),
    preferences,
    close() {
      followTheme.disconnect()
      calm.removeEventListener('change', followMotion)
    },
  }
}

/** tldraw's language for ours. */
export const boardLocale = (language: Language): string => (language === 'sv' ? 'sv' : 'en')

const themeInUse = () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')

function readKeys(): boolean {
  try {
    return localStorage.getItem(keysName) !== 'off'
  } catch {
    return true
  }
}

function keepKeys(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(keysName)
    else localStorage.setItem(keysName, 'off')
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

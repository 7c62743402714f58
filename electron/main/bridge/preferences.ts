// Language and theme: kept, shown at once in the menu and in the system's theme, and told to the page.
import { nativeTheme } from 'electron'
import type { Preferences } from '../../../shared/bridge/bridge'
import type { KeptPreferences } from '../preferences'

export interface PreferenceParts {
  kept: KeptPreferences
  /** After every change. */
  changed(preferences: Preferences): void
}

/** Native menus, dialogs and `prefers-color-scheme` follow the theme that was chosen. */
export function showTheme({ theme }: Preferences): void {
  nativeTheme.themeSource = theme
}

export function preferenceEndpoints({ kept, changed }: PreferenceParts) {
  return {
    readPreferences: async (): Promise<Preferences> => kept.read(),
    writePreferences: async (change: Partial<Preferences>): Promise<Preferences> => {
      const now = kept.write(change)
      showTheme(now)
      changed(now)
      return now
    },
  }
}

// What the app remembers about how it looks: language, theme, where the window was. No secrets, no content.
import Store from 'electron-store'
import { z } from 'zod'
import { preferences, type Language, type Preferences } from '../../shared/bridge/bridge'

export const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

export interface KeptPreferences {
  read(): Preferences
  write(change: Partial<Preferences>): Preferences
  windowPlace(): WindowPlace | undefined
  keepWindowPlace(place: WindowPlace): void
}

/** Swedish, unless the machine's first language is English and Swedish is not among its languages. */
export function languageOfMachine(tags: readonly string[]): Language {
  if (tags.some((tag) => tag.toLowerCase().startsWith('sv'))) return 'sv'
  return tags[0]?.toLowerCase().startsWith('en') ? 'en' : 'sv'
}

/** Values that cannot be read (written by hand, or by a later version) count as not there. */
export function openPreferences(folder: string, machine: readonly string[]): KeptPreferences {
  const store = new Store<Record<string, unknown>>({
    name: 'preferences',
    cwd: folder,
    clearInvalidConfig: true,
  })
  const usual: Preferences = { language: languageOfMachine(machine), theme: 'system' }

  const read = (): Preferences => ({
    language: preferences.shape.language.catch(usual.language).parse(store.get('language')),
    theme: preferences.shape.theme.catch(usual.theme).parse(store.get('theme')),
  })
  return {
    read,
    write: (change) => {
      for (const [name, value] of Object.entries(preferences.partial().parse(change)))
        if (value !== undefined) store.set(name, value)
      return read()
    },
    windowPlace: () => windowPlace.safeParse(store.get('window')).data,
    keepWindowPlace: (place) => store.set('window', place),
  }
}

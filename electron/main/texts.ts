// The words of menus and native dialogs.
import type { Language } from '../../shared/bridge/bridge'
import enDialogs from '../../resources/locales/en/dialogs.json'
import enMenu from '../../resources/locales/en/menu.json'
import svDialogs from '../../resources/locales/sv/dialogs.json'
import svMenu from '../../resources/locales/sv/menu.json'

const texts = { sv: { menu: svMenu, dialogs: svDialogs }, en: { menu: enMenu, dialogs: enDialogs } }

export type MenuText = keyof typeof enMenu
export type DialogText = keyof typeof enDialogs

/** The test language is English here: native menus and dialogs follow the system's direction. */
const spoken = (language: Language) => texts[language === 'sv' ? 'sv' : 'en']

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

export const menuText = (language: Language, key: MenuText, values: Record<string, string> = {}): string =>
  fill(spoken(language).menu[key], values)

export const dialogText = (
  language: Language,
  key: DialogText,
  values: Record<string, string> = {},
): string => fill(spoken(language).dialogs[key], values)

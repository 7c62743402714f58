import type { Language } from '../../shared/bridge/bridge'
import { choosePlatform } from '../platform/choosePlatform'
import { setLanguage } from '../ui/language'

/** The languages that guests can choose. */
export const offered = ['sv', 'en'] as const

/** Shows `language` now, and the next time. */
export function chooseLanguage(language: Language): void {
  void choosePlatform().writePreferences({ language })
  void setLanguage(language)
}

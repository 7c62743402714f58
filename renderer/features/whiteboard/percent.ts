import type { Language } from '../../../shared/bridge/bridge'
import { localeOf } from '../../ui/language'

const made = new Map<Language, Intl.NumberFormat>()

/** Percent as the language writes it. */
export function formatterOf(language: Language): Intl.NumberFormat {
  let format = made.get(language)
  if (!format) {
    format = new Intl.NumberFormat(localeOf[language], { style: 'percent' })
    made.set(language, format)
  }
  return format
}

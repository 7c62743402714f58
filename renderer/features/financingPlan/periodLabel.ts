// A period's name in the reader's language.
import type { PeriodType } from '../../../shared/financing/input'
import { daysOf } from '../../../shared/financing/periodNames'
import type { Text } from '../../ui/language'

/** `kv 1 2027`, `mars 2027`, `2027`. A name that is no period of that type is shown as it is. */
export function periodLabel(type: PeriodType, period: string, t: Text, locale: string): string {
  const days = daysOf(type, period)
  if (!days) return period
  const year = days.first.slice(0, 4)
  const month = Number(days.first.slice(5, 7))
  if (type === 'year') return year
  if (type === 'quarter') return t('period.quarter', { part: (month + 2) / 3, year })
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(days.first),
  )
}

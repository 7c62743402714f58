// Dates and numbers as the interface's language writes them.
import { useMemo } from 'react'
import { localeOf, useLanguage } from './language'

const dayMs = 86_400_000

export interface Format {
  number(value: number): string
  /** A day: `14 mars 2027`. `at` is ms since 1970. */
  day(at: number): string
  /** A day and a time of day. */
  moment(at: number): string
  time(at: number): string
  /** How long ago, in the largest unit that says something: `3 timmar sedan`; older than a week, the day. */
  ago(at: number, now?: number): string
  /** `Anna, Bo och Cecilia` */
  list(parts: readonly string[]): string
}

function makeFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale)
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value) => number.format(value),
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    time: (at) => time.format(at),
    ago(at, now = Date.now()) {
      const minutes = Math.round((at - now) / 60_000)
      if (minutes > -1) return relative.format(0, 'second')
      if (minutes > -60) return relative.format(minutes, 'minute')
      const midnight = new Date(now).setHours(0, 0, 0, 0)
      if (at >= midnight) return relative.format(Math.round(minutes / 60), 'hour')
      const days = Math.ceil((midnight - at) / dayMs)
      return days <= 7 ? relative.format(-days, 'day') : day.format(at)
    },
    list: (parts) => list.format(parts),
  }
}

const formats = new Map<string, Format>()

/** The way to write dates and numbers in `locale` (BCP 47). */
export function formatOf(locale: string): Format {
  let format = formats.get(locale)
  if (!format) formats.set(locale, (format = makeFormat(locale)))
  return format
}

export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => formatOf(localeOf[language]), [language])
}

// Names of a plan's periods, made from the first one.
import type { PeriodType } from './input'
import { ordinalOf, periodsPerYear } from './periods'

/** The most periods a plan can have: ten years of months. */
export const mostPeriods = 120

/** `count` names from `first` on: `2027-01`, `2027Q1` or `2027`. Empty when `first` is no name of that type. */
export function periodNames(type: PeriodType, first: string, count: number): string[] {
  const start = ordinalOf(type, first)
  if (start === null) return []
  return Array.from({ length: Math.max(0, Math.min(count, mostPeriods)) }, (_, at) =>
    nameOf(type, start + at),
  )
}

function nameOf(type: PeriodType, ordinal: number): string {
  const perYear = periodsPerYear[type]
  const year = String(Math.floor(ordinal / perYear)).padStart(4, '0')
  const part = (ordinal % perYear) + 1
  return type === 'year'
    ? year
    : type === 'quarter'
      ? `${year}Q${part}`
      : `${year}-${String(part).padStart(2, '0')}`
}

/** First and last day (`YYYY-MM-DD`) of a period; null when it is no name of that type. */
export function daysOf(type: PeriodType, period: string): { first: string; last: string } | null {
  const ordinal = ordinalOf(type, period)
  if (ordinal === null) return null
  const perYear = periodsPerYear[type]
  const months = 12 / perYear
  const year = Math.floor(ordinal / perYear)
  const month = (ordinal % perYear) * months
  const last = new Date(Date.UTC(year, month + months, 0))
  return {
    first: `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`,
    last: last.toISOString().slice(0, 10),
  }
}

/** The name of the period of `type` that begins with or holds the beginning of `period` of another type. */
export function samePeriod(from: PeriodType, period: string, to: PeriodType): string | null {
  const days = daysOf(from, period)
  if (!days) return null
  const year = Number(days.first.slice(0, 4))
  const month = Number(days.first.slice(5, 7)) - 1
  return nameOf(to, year * periodsPerYear[to] + Math.floor((month * periodsPerYear[to]) / 12))
}

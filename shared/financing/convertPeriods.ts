// Amounts moved from one kind of period to another: split evenly into finer ones, added up into coarser ones.
import { splitEvenly } from '../money/round'
import type { PeriodType } from './input'
import { daysOf, periodNames, samePeriod } from './periodNames'
import { periodsPerYear } from './periods'

/** The periods of `to` that make up, or hold, `period`. Empty when it is no period of `from`. */
export function periodsWithin(from: PeriodType, period: string, to: PeriodType): string[] {
  const first = samePeriod(from, period, to)
  if (first === null) return []
  return periodNames(to, first, Math.max(1, periodsPerYear[to] / periodsPerYear[from]))
}

/** Cells by period, in whole numbers whose sum stays the same. What is no period of `from` is left as it is. */
export function convertCells(
  cells: Readonly<Record<string, number>>,
  from: PeriodType,
  to: PeriodType,
): Record<string, number> {
  const converted: Record<string, number> = {}
  for (const [period, amount] of Object.entries(cells)) {
    const periods = periodsWithin(from, period, to)
    if (periods.length === 0) continue
    splitEvenly(amount, periods.length).forEach((part, at) => {
      converted[periods[at]!] = (converted[periods[at]!] ?? 0) + part
    })
  }
  return converted
}

/** A number of periods of another length, rounded up. */
export function convertCount(count: number, from: PeriodType, to: PeriodType): number {
  return Math.ceil((count * periodsPerYear[to]) / periodsPerYear[from])
}

/** The last period of `to` that begins in `period`, for "until". */
export function lastWithin(from: PeriodType, period: string, to: PeriodType): string {
  return daysOf(from, period) ? (periodsWithin(from, period, to).at(-1) ?? '') : ''
}

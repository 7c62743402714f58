// The periods of a plan, and where a period named elsewhere lies among them.
import type { FinancingInput, PeriodType } from './input'

export const periodsPerYear: Record<PeriodType, number> = { month: 12, quarter: 4, year: 1 }

export interface Periods {
  readonly type: PeriodType
  readonly labels: readonly string[]
  readonly count: number
  readonly perYear: number
  /** The calendar year of each period, as text. */
  readonly years: readonly string[]
  /** 0 for the first period, and so on; null for a period that is not in the plan. */
  indexOf(label: string): number | null
  /** As {@link indexOf}, but also for periods before (negative) and after the plan; null for other text. */
  positionOf(label: string): number | null
}

export function readPeriods(input: Pick<FinancingInput, 'periodType' | 'periods'>): Periods {
  const { periodType: type, periods: labels } = input
  const index = new Map(labels.map((label, at) => [label, at]))
  const first = ordinalOf(type, labels[0] ?? '')
  const indexOf = (label: string) => index.get(label) ?? null
  return {
    type,
    labels,
    count: labels.length,
    perYear: periodsPerYear[type],
    years: labels.map((label) => yearOf(label) ?? ''),
    indexOf,
    positionOf: (label) => {
      const ordinal = ordinalOf(type, label)
      return indexOf(label) ?? (ordinal === null || first === null ? null : ordinal - first)
    },
  }
}

/** The four digits of the year in a period's name. */
export function yearOf(label: string): string | null {
  return /(?<!\d)\d{4}(?!\d)/.exec(label)?.[0] ?? null
}

const patterns: Record<PeriodType, RegExp> = {
  month: /^(\d{4})[- ]?M?(\d{2})$/,
  quarter: /^(\d{4})[- ]?[QK]([1-4])$/,
  year: /^(\d{4})()$/,
}

/**
 * A number that grows by one from period to period, for names in the usual form: `2027-03` (or `2027M03`),
 * `2027Q1`, `2027`. Null for any other name; such a plan is ordered by its list alone.
 */
export function ordinalOf(type: PeriodType, label: string): number | null {
  const match = patterns[type].exec(label)
  if (!match) return null
  const part = match[2] ? Number(match[2]) : 1
  if (part < 1 || part > periodsPerYear[type]) return null
  return Number(match[1]) * periodsPerYear[type] + part - 1
}

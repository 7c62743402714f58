// What roles cost: gross pay, employer contribution and other on-costs, each rounded once per role and period.
import { add, divideRoundedBig, exactFraction, shareOf, times, toAmount } from '../money/round'
import type { Role } from './input'
import type { Periods } from './periods'

export interface PersonnelCost {
  readonly gross: number
  readonly employer: number
  readonly other: number
  readonly total: number
}

const nothing: PersonnelCost = { gross: 0, employer: 0, other: 0, total: 0 }

/**
 * One role's cost in each period, in öre:
 * gross = round(full-time monthly salary × fte / 100) × months in the period;
 * employer = round(gross × rate); other = round(gross × other on-costs). Nothing before `from` or after `to`.
 */
export function computePersonnel(role: Role, periods: Periods): PersonnelCost[] {
  const months = role.monthsPerPeriod ?? 12 / periods.perYear
  return periods.labels.map((_, at) => {
    if (!isActive(role, at, periods)) return nothing
    const gross = times(monthlyPay(role, at, periods), months)
    const employer = shareOf(gross, employerRateAt(role, at, periods).bp)
    const other = shareOf(gross, role.otherOnCostBp)
    return { gross, employer, other, total: add(add(gross, employer), other) }
  })
}

export function isActive(role: { from: string; to: string }, at: number, periods: Periods): boolean {
  return at >= periods.indexOf(role.from)! && at <= periods.indexOf(role.to)!
}

/** Pay for one month at the role's share of full time, in öre, by the salary of the period's year. */
export function monthlyPay(role: Role, at: number, periods: Periods): number {
  const fullTime = role.monthlySalaryFullTime[periods.years[at]!]!
  const { numerator, denominator } = exactFraction(role.ftePercent)
  return toAmount(divideRoundedBig(BigInt(fullTime) * numerator, denominator * 100n))
}

/**
 * The employer contribution used in a period: of the rates valid then, the one that began last. Where no rate is
 * valid, contributions are still due, so the nearest earlier rate goes on (or the first one, before any began)
 * and `isGiven` is false, which gives finding FP-13.
 */
export function employerRateAt(role: Role, at: number, periods: Periods): { bp: number; isGiven: boolean } {
  const rates = role.employerContributionBp
    .map(({ from, to, bp }) => ({ from: periods.positionOf(from)!, to: periods.positionOf(to)!, bp }))
    .sort((a, b) => a.from - b.from)
  const begun = rates.filter((rate) => rate.from <= at)
  const valid = begun.findLast((rate) => rate.to >= at)
  if (valid) return { bp: valid.bp, isGiven: true }
  const latestEnd = Math.max(...begun.map((rate) => rate.to))
  const nearest = begun.findLast((rate) => rate.to === latestEnd) ?? rates[0]!
  return { bp: nearest.bp, isGiven: false }
}

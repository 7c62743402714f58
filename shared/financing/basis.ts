// What is the same in every scenario: personnel, claims, loans and each source's own series.
import { accrueClaim, type AccruedClaim } from './claim'
import { isClaim, isLoan, type FinancingInput, type Source } from './input'
import { computeLoan, type LoanPlan } from './loan'
import type { Periods } from './periods'
import { computePersonnel, type PersonnelCost } from './personnel'
import { nominalSeries } from './sources'

export interface Basis {
  readonly input: FinancingInput
  readonly periods: Periods
  readonly personnel: ReadonlyMap<string, readonly PersonnelCost[]>
  readonly claims: ReadonlyMap<string, AccruedClaim>
  readonly loans: ReadonlyMap<string, LoanPlan>
  seriesOf(source: Source): readonly number[]
}

/** `inRow` names the row that is being computed, for an amount that turns out too large. */
export type InRow = <T>(list: 'personnel' | 'sources', at: number, compute: () => T) => T

export function computeBasis(input: FinancingInput, periods: Periods, inRow: InRow): Basis {
  const personnel = new Map(
    input.personnel.map((role, at) => [
      role.id,
      inRow('personnel', at, () => computePersonnel(role, periods)),
    ]),
  )
  const claims = new Map<string, AccruedClaim>()
  const loans = new Map<string, LoanPlan>()
  const series = new Map<string, readonly number[]>()
  input.sources.forEach((source, at) =>
    inRow('sources', at, () => {
      if (isClaim(source)) claims.set(source.id, accrueClaim(source.claim, personnel, periods))
      if (isLoan(source)) loans.set(source.id, computeLoan(source.loan, periods))
      series.set(source.id, nominalSeries(source, claims, loans, periods))
    }),
  )
  return { input, periods, personnel, claims, loans, seriesOf: (source) => series.get(source.id)! }
}

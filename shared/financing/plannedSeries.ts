// A row's own amounts period by period, whatever a scenario makes of them: what tables on paper and in archives show.
import { amountsOf } from './costs'
import { isClaim, isLoan, type FinancingInput, type FixedCost, type Source } from './input'
import type { ClaimPlan } from './claim'
import type { LoanPlan } from './loan'
import { readPeriods } from './periods'
import type { FinancingPlan } from './result'
import { nominalSeries } from './sources'

/** Öre per period, for a plan that could be computed; for time given for free its value. */
export function plannedSeries(source: Source, input: FinancingInput, plan: FinancingPlan): readonly number[] {
  const claim = claimOf(source, input, plan)
  const loan = loanOf(source, input, plan)
  return nominalSeries(
    source,
    new Map(claim && [[source.id, claim]]),
    new Map(loan && [[source.id, loan]]),
    readPeriods(input),
  )
}

export function plannedCost(cost: FixedCost, input: FinancingInput): readonly number[] {
  return amountsOf(cost, readPeriods(input))
}

/** The source's claim, whichever way the figures keep it; undefined when it has none. */
export function claimOf(source: Source, input: FinancingInput, plan: FinancingPlan): ClaimPlan | undefined {
  if (plan.claims) return plan.claims[source.id]
  return plan.esfClaim && input.sources.find(isClaim)?.id === source.id ? plan.esfClaim : undefined
}

/** The source's loan, whichever way the figures keep it; undefined when it is none. */
export function loanOf(source: Source, input: FinancingInput, plan: FinancingPlan): LoanPlan | undefined {
  if (plan.loans) return plan.loans[source.id]
  return plan.loan && input.sources.find(isLoan)?.id === source.id ? plan.loan : undefined
}

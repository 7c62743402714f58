// Each line's cash per period, taken from the computed plan.
import type { PlanTable, ScenarioName } from '../../../shared/document/financingPlan'
import { isClaim, isLoan } from '../../../shared/financing/input'
import type { ClaimPlan } from '../../../shared/financing/claim'
import type { LoanPlan } from '../../../shared/financing/loan'
import { isIncluded } from '../../../shared/financing/sources'
import { sumSeries } from '../../../shared/money/round'
import type { ComputedLine } from './gridLines'
import type { Figures } from './usePlan'

export interface GridSeries {
  /** By row id: what the row's computed cells show. */
  readonly rows: ReadonlyMap<string, readonly number[]>
  /** Sums of each group, in the scenario. */
  readonly groups: Readonly<Record<PlanTable, readonly number[]>>
  readonly lines: Readonly<Record<ComputedLine, readonly number[]>>
  /** Sources that the scenario leaves out. */
  readonly leftOut: ReadonlySet<string>
}

/** The claim of a source, whichever way the result keeps it; undefined when the source has none. */
export function claimOf({ input, plan }: Figures, id: string): ClaimPlan | undefined {
  if (plan.claims) return plan.claims[id]
  return plan.esfClaim && input.sources.find(isClaim)?.id === id ? plan.esfClaim : undefined
}

/** The loan of a source, whichever way the result keeps it. */
export function loanOf({ input, plan }: Figures, id: string): LoanPlan | undefined {
  if (plan.loans) return plan.loans[id]
  return plan.loan && input.sources.find(isLoan)?.id === id ? plan.loan : undefined
}

export function gridSeries(figures: Figures, scenarioName: ScenarioName): GridSeries {
  const { input, plan } = figures
  const scenario = plan.scenarios[scenarioName]
  const count = input.periods.length
  const rows = new Map<string, readonly number[]>()
  for (const source of input.sources) {
    const claim = claimOf(figures, source.id)
    const loan = loanOf(figures, source.id)
    if (claim) rows.set(source.id, claim.aidReceivedCash)
    if (loan)
      rows.set(
        source.id,
        loan.schedule.map((row) => row.drawn),
      )
  }
  for (const [id, costs] of Object.entries(plan.personnel))
    rows.set(
      id,
      costs.map((cost) => cost.total),
    )
  for (const { id } of input.variableCosts) rows.set(id, scenario.payments[id] ?? [])
  const payments = (list: readonly { id: string }[]) =>
    sumSeries(
      list.map(({ id }) => scenario.payments[id] ?? []),
      count,
    )
  return {
    rows,
    groups: {
      sources: sumSeries([scenario.operatingReceipts, scenario.financingReceipts], count),
      personnel: plan.personnelTotalByPeriod,
      fixedCosts: payments(input.fixedCosts),
      variableCosts: payments(input.variableCosts),
    },
    lines: {
      loanInterest: scenario.payments.loanInterest ?? [],
      loanAmortisation: scenario.payments.loanAmortisation ?? [],
      netCashFlow: scenario.netCashFlow,
      closingCash: scenario.closingCash,
    },
    leftOut: new Set(
      input.sources
        .filter((source) => source.kind !== 'inKind' && !isIncluded(source, input.scenarios[scenarioName]))
        .map((source) => source.id),
    ),
  }
}

// The figures of a plan, amounts in öre and ratios in basis points (null where the denominator is 0).
import type { Finding } from '../checks/finding'
import type { ClaimPlan } from './claim'
import type { SourceStatus } from './input'
import type { LoanPlan } from './loan'
import type { PersonnelCost } from './personnel'

export type Series = readonly number[]
export type ById<T> = Readonly<Record<string, T>>

export interface LowPoint {
  readonly amount: number
  readonly period: string
}

export interface SourcesAndUses {
  readonly openingCash: number
  readonly sourcesBySource: ById<number>
  readonly totalSources: number
  readonly usesByLine: ById<number>
  readonly totalUses: number
  readonly difference: number
  readonly structuralGap: number
}

export interface Ratios {
  readonly selfFinancingBp: number | null
  readonly personnelShareOfOperatingBp: number | null
  readonly restrictedShareOfFundingBp: number | null
  /** Name null when nobody funds the plan. */
  readonly largestFunder: {
    readonly name: string | null
    readonly amount: number
    readonly shareBp: number | null
  }
  readonly largestNonCustomerFunder: {
    readonly name: string | null
    readonly amount: number
    readonly shareOfNonCustomerBp: number | null
  }
  readonly hhi: number | null
  readonly debtServiceCoverageByYearBp: ById<number | null>
}

export interface BreakEven {
  /** Null without a product that has a price. */
  readonly contributionPerUnit: number | null
  readonly fixedCostByPeriod: Series
  readonly resultWithoutGrantsByPeriod: Series
  readonly firstPeriodWithoutGrants: string | null
  readonly resultWithRecurringAgreementByPeriod: Series
  readonly firstSustainedPeriodWithRecurringAgreement: string | null
  /** Null when no number of units would do. */
  readonly unitsNeededLastPeriodWithoutGrants: number | null
  readonly unitsNeededLastPeriodWithRecurringAgreement: number | null
}

export interface LongTerm {
  readonly windowPeriods: readonly string[]
  readonly recurringReceipts: number
  readonly paymentsInclDebtService: number
  readonly coverageBp: number | null
  readonly gap: number
}

export interface ScenarioPlan {
  readonly receipts: ById<Series>
  readonly payments: ById<Series>
  readonly operatingReceipts: Series
  readonly financingReceipts: Series
  readonly operatingPayments: Series
  readonly investment: Series
  readonly debtService: Series
  readonly netCashFlow: Series
  readonly closingCash: Series
  readonly liquidityLowPoint: LowPoint
  readonly periodsBelowZero: readonly string[]
  readonly periodsBelowBuffer: readonly string[]
  readonly bridgingNeed: number
  readonly bridgingNeedWithBuffer: number
  readonly sourcesAndUses: SourcesAndUses
  readonly ratios: Ratios
  readonly breakEven: BreakEven
  readonly longTerm: LongTerm
}

export interface FinancingPlan {
  readonly personnel: ById<readonly PersonnelCost[]>
  readonly personnelTotalByPeriod: Series
  readonly personnelTotal: number
  /** The first claim; null without one. */
  readonly esfClaim: ClaimPlan | null
  /** Every claim by source id, when there are several. */
  readonly claims?: ById<ClaimPlan>
  /** The first loan; null without one. */
  readonly loan: LoanPlan | null
  /** Every loan by source id, when there are several. */
  readonly loans?: ById<LoanPlan>
  readonly inKind: { readonly byPeriod: Series; readonly total: number; readonly projectValueBase: number }
  readonly probabilityWeighted: {
    readonly bySource: ById<{
      readonly nominal: number
      readonly probability: number
      readonly weighted: number
    }>
    readonly nominalTotal: number
    readonly weightedTotal: number
  }
  readonly nominalByStatus: Readonly<Partial<Record<SourceStatus, number>>>
  readonly scenarios: ById<ScenarioPlan> & {
    readonly cautious: ScenarioPlan
    readonly base: ScenarioPlan
    readonly hopeful: ScenarioPlan
  }
  readonly findings: readonly Finding[]
}

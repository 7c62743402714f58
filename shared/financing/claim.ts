// A grant paid in arrears against direct staff costs with a flat rate for all other costs
// ((EU) 2021/1060, art. 56), and the co-financing it asks for.
import { add, ratioInBasisPoints, shareOf, subtract, sum, sumSeries } from '../money/round'
import type { Claim, ClaimSource, Source, SourceStatus } from './input'
import { isActive, type PersonnelCost } from './personnel'
import type { Periods } from './periods'

export interface Cofinancing {
  readonly requiredAmount: number
  readonly requiredShareBp: number | null
  /** Granted and contracted. */
  readonly confirmed: number
  readonly confirmedShareBp: number | null
  readonly shortfallConfirmed: number
  readonly applied: number
  readonly shortfallIncludingApplied: number
  readonly surplusIncludingApplied: number
}

export interface AccruedClaim {
  readonly directStaff: number[]
  readonly flatRateOther: number[]
  readonly eligible: number[]
  readonly aidAccrued: number[]
  readonly aidReceivedCash: number[]
  readonly aidNotReceivedWithinHorizon: number
  readonly totals: {
    readonly directStaff: number
    readonly flatRateOther: number
    readonly eligible: number
    readonly aid: number
  }
}

export interface ClaimPlan extends AccruedClaim {
  readonly cofinancing: Cofinancing
}

/**
 * Per period: direct staff = the named roles' total cost; flat rate = round(direct staff × flat rate);
 * eligible = both; aid = round(eligible × aid intensity). Cash comes `paymentLagPeriods` later, and what comes
 * after the plan's last period is told apart.
 */
export function accrueClaim(
  claim: Claim,
  personnel: ReadonlyMap<string, readonly PersonnelCost[]>,
  periods: Periods,
): AccruedClaim {
  const staff = [...new Set(claim.roles)].map((id) => personnel.get(id)!.map((cost) => cost.total))
  const directStaff = sumSeries(staff, periods.count).map((cost, at) =>
    isActive(claim, at, periods) ? cost : 0,
  )
  const flatRateOther = directStaff.map((cost) => shareOf(cost, claim.flatRateBp))
  const eligible = directStaff.map((cost, at) => add(cost, flatRateOther[at]!))
  const aidAccrued = eligible.map((cost) => shareOf(cost, claim.aidIntensityBp))
  const aidReceivedCash = aidAccrued.map((_, at) => aidAccrued[at - claim.paymentLagPeriods] ?? 0)
  const aid = sum(aidAccrued)
  return {
    directStaff,
    flatRateOther,
    eligible,
    aidAccrued,
    aidReceivedCash,
    aidNotReceivedWithinHorizon: subtract(aid, sum(aidReceivedCash)),
    totals: {
      directStaff: sum(directStaff),
      flatRateOther: sum(flatRateOther),
      eligible: sum(eligible),
      aid,
    },
  }
}

const confirmedStatuses: readonly SourceStatus[] = ['granted', 'contracted']
export const isConfirmed = (source: Source) => confirmedStatuses.includes(source.status)

/**
 * Required = eligible − aid, against what the sources that name this claim bring: in `cofinancingPeriods`, or in
 * all periods when none are named. Time given for free counts only where the source says so.
 */
export function computeCofinancing(
  claim: ClaimSource,
  accrued: AccruedClaim,
  sources: readonly Source[],
  seriesOf: (source: Source) => readonly number[],
  periods: Periods,
): Cofinancing {
  const bringing = sources.filter(
    (source) => source.cofinances === claim.id && (source.kind !== 'inKind' || source.countsAsCofinancing),
  )
  const counted = (source: Source) =>
    sum(seriesOf(source).filter((_, at) => source.cofinancingPeriods?.includes(periods.labels[at]!) ?? true))
  const requiredAmount = subtract(accrued.totals.eligible, accrued.totals.aid)
  const confirmed = sum(bringing.filter(isConfirmed).map(counted))
  const applied = sum(bringing.filter((source) => source.status === 'applied').map(counted))
  const withApplied = add(confirmed, applied)
  return {
    requiredAmount,
    requiredShareBp: ratioInBasisPoints(requiredAmount, accrued.totals.eligible),
    confirmed,
    confirmedShareBp: ratioInBasisPoints(confirmed, accrued.totals.eligible),
    shortfallConfirmed: Math.max(0, subtract(requiredAmount, confirmed)),
    applied,
    shortfallIncludingApplied: Math.max(0, subtract(requiredAmount, withApplied)),
    surplusIncludingApplied: Math.max(0, subtract(withApplied, requiredAmount)),
  }
}

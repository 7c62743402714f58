// What each source brings, before any scenario: its series in full.
import { roundedProduct, times } from '../money/round'
import type { AccruedClaim } from './claim'
import { amountsOf } from './costs'
import type { Scenario, Source, SourceKind, SourceStatus } from './input'
import type { LoanPlan } from './loan'
import type { Periods } from './periods'

/** Cash that is paid back, by debt service or to members who leave: not income, and not funding. */
const financingKinds: readonly SourceKind[] = ['loan', 'memberCapital']

export const isInKind = (source: Source) => source.kind === 'inKind'
export const isFinancing = (source: Source) => financingKinds.includes(source.kind)
/** Counted where shares of funding are: neither loans, member capital nor work given for free. */
export const isFunding = (source: Source) => !isFinancing(source) && !isInKind(source)
export const isSales = (source: Source) => source.kind === 'sales'
export const isRecurringAgreement = (source: Source) => source.kind === 'agreement' && source.recurring

/** A source's own series in öre: cash in the plan's periods, or for time given for free its value. */
export function nominalSeries(
  source: Source,
  claims: ReadonlyMap<string, AccruedClaim>,
  loans: ReadonlyMap<string, LoanPlan>,
  periods: Periods,
): readonly number[] {
  if (source.claim) return claims.get(source.id)!.aidReceivedCash
  if (source.loan) return loans.get(source.id)!.schedule.map((row) => row.drawn)
  if (source.kind === 'sales' && source.units)
    return source.units.map((units) => times(units, source.unitPrice!))
  if (source.kind === 'inKind' && source.hours) return source.hours.map((hours) => times(hours, source.rate!))
  return amountsOf(source, periods)
}

/** Sales in a scenario: round(units × price × sales factor) per period. */
export function salesInScenario(source: Source, scenario: Scenario, periods: Periods): number[] {
  const { units, unitPrice } = source
  return units
    ? units.map((each) => roundedProduct([each, unitPrice!, scenario.salesFactorBp], 10_000))
    : amountsOf(source, periods).map((each) => roundedProduct([each, scenario.salesFactorBp], 10_000))
}

/**
 * Sales always count. Any other source counts in full or not at all: when the scenario includes its status, or
 * when the scenario takes what is likely enough and the source is neither an idea nor rejected.
 */
export function isIncluded(source: Source, scenario: Scenario): boolean {
  if (isSales(source) || scenario.include.includes(source.status)) return true
  const uncertain: readonly SourceStatus[] = ['idea', 'rejected']
  return (
    scenario.minProbability !== null &&
    !uncertain.includes(source.status) &&
    source.probability >= scenario.minProbability
  )
}

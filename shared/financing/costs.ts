import { shareOf, splitEvenly, sumSeries } from '../money/round'
import type { FixedCost, Scenario, VariableCost } from './input'
import type { Periods } from './periods'

/** Amounts as given per period, or a total split evenly over all periods. */
export function amountsOf(
  row: { amounts?: readonly number[] | undefined; totalSplitEvenly?: number | undefined },
  periods: Periods,
): number[] {
  if (row.amounts) return row.amounts.map((amount) => amount + 0) // −0 becomes 0
  return splitEvenly(row.totalSplitEvenly ?? 0, periods.count)
}

/** A fixed cost in one scenario: round(amount × the scenario's factor) per period, investments too. */
export function fixedCostInScenario(cost: FixedCost, scenario: Scenario, periods: Periods): number[] {
  return amountsOf(cost, periods).map((amount) => shareOf(amount, scenario.fixedNonPersonnelFactorBp))
}

export const isInvestment = (cost: FixedCost) => cost.category === 'investment'

/** round(sales × percentage) per period, of one sales source or, when none is named, of all sales together. */
export function variableCostInScenario(
  cost: VariableCost,
  salesById: ReadonlyMap<string, readonly number[]>,
  periods: Periods,
): number[] {
  const all = () => sumSeries([...salesById.values()], periods.count)
  const sales = cost.of === undefined ? all() : salesById.get(cost.of)!
  return sales.map((amount) => shareOf(amount, cost.percentOfSalesBp))
}

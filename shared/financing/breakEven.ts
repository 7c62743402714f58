// When sales carry the plan alone, and when they do together with agreements that recur.
import { add, divideRoundedBig, divideUp, shareOf, subtract, sum, sumSeries, toAmount } from '../money/round'
import type { Basis } from './basis'
import type { CashFlows } from './cash'
import type { FinancingInput, Source } from './input'
import { sumReceipts, type Lines } from './lines'
import type { BreakEven } from './result'
import { isRecurringAgreement, isSales } from './sources'

/**
 * Fixed cost = operating payments − variable cost + loan interest of the period; result = sales − variable cost −
 * fixed cost, alone or with the recurring agreements' receipts. Investments and amortisation are no part of it.
 * The first period without grants is the first with a result of at least 0; the sustained one is the first from
 * which no later period falls below 0.
 */
export function computeBreakEven(lines: Lines, cash: CashFlows, { input, periods }: Basis): BreakEven {
  const { labels, count } = periods
  const variable = sumSeries([...lines.variable.values()], count)
  const sales = sumReceipts(lines, isSales, count)
  const agreements = sumReceipts(lines, isRecurringAgreement, count)
  const fixedCost = cash.operatingPayments.map((amount, at) =>
    add(subtract(amount, variable[at]!), lines.loanInterest[at]!),
  )
  const alone = fixedCost.map((cost, at) => subtract(subtract(sales[at]!, variable[at]!), cost))
  const together = alone.map((result, at) => add(result, agreements[at]!))
  const contribution = contributionPerUnit(input)
  const lastCost = fixedCost[count - 1]!
  return {
    contributionPerUnit: contribution,
    fixedCostByPeriod: fixedCost,
    resultWithoutGrantsByPeriod: alone,
    firstPeriodWithoutGrants: labels[alone.findIndex((result) => result >= 0)] ?? null,
    resultWithRecurringAgreementByPeriod: together,
    firstSustainedPeriodWithRecurringAgreement: labels[firstSustained(together)] ?? null,
    unitsNeededLastPeriodWithoutGrants: unitsNeeded(lastCost, contribution),
    unitsNeededLastPeriodWithRecurringAgreement: unitsNeeded(
      subtract(lastCost, agreements[count - 1]!),
      contribution,
    ),
  }
}

function firstSustained(results: readonly number[]): number {
  return results.findLastIndex((result) => result < 0) + 1
}

/** ceil(cost / contribution); 0 when nothing is left to cover, null when each unit brings nothing. */
function unitsNeeded(cost: number, contribution: number | null): number | null {
  if (contribution === null || contribution <= 0) return null
  return Math.max(0, divideUp(cost, contribution))
}

/**
 * What a sold unit leaves for fixed costs: price − round(price × variable percentage). With several products it is
 * their average, weighted by the units of the whole plan and rounded once: the plan's own mix of sales. Null
 * without a product that has a price, and when several products sell no units at all.
 */
export function contributionPerUnit(input: FinancingInput): number | null {
  const products = input.sources.filter((source) => isSales(source) && source.units)
  const [only] = products
  if (!only) return null
  if (products.length === 1) return contributionOf(only, input)
  let units = 0n
  let contributions = 0n
  for (const product of products) {
    const sold = BigInt(sum(product.units!))
    units += sold
    contributions += sold * BigInt(contributionOf(product, input))
  }
  return units === 0n ? null : toAmount(divideRoundedBig(contributions, units))
}

function contributionOf(product: Source, { variableCosts }: FinancingInput): number {
  const following = variableCosts.filter((cost) => cost.of === undefined || cost.of === product.id)
  const variableBp = sum(following.map((cost) => cost.percentOfSalesBp))
  return subtract(product.unitPrice!, shareOf(product.unitPrice!, variableBp))
}

// Figures beside the cash: time given for free, and funding by probability and status. Never cash themselves.
import { add, roundedProduct, sum, sumSeries } from '../money/round'
import type { Basis } from './basis'
import type { SourceStatus } from './input'
import type { FinancingPlan } from './result'
import { isInKind } from './sources'

/**
 * Time given for free at its rate, as a source and a use of equal size; rejected offers left out. The project's
 * value is the base scenario's uses and this time.
 */
export function computeInKind(
  { input, periods, seriesOf }: Basis,
  totalUsesInBase: number,
): FinancingPlan['inKind'] {
  const given = input.sources.filter((source) => isInKind(source) && source.status !== 'rejected')
  const byPeriod = sumSeries(given.map(seriesOf), periods.count)
  const total = sum(byPeriod)
  return { byPeriod, total, projectValueBase: add(totalUsesInBase, total) }
}

/** Each source in full within the plan, and weighted: round(nominal × probability / 100). */
export function weighByProbability({ input, seriesOf }: Basis): FinancingPlan['probabilityWeighted'] {
  const rows = input.sources
    .filter((source) => !isInKind(source))
    .map((source) => {
      const nominal = sum(seriesOf(source))
      const weighted = roundedProduct([nominal, source.probability], 100)
      return [source.id, { nominal, probability: source.probability, weighted }] as const
    })
  return {
    bySource: Object.fromEntries(rows),
    nominalTotal: sum(rows.map(([, row]) => row.nominal)),
    weightedTotal: sum(rows.map(([, row]) => row.weighted)),
  }
}

/** Nominal amounts by status, for the statuses that occur. */
export function sumByStatus({ input, seriesOf }: Basis): FinancingPlan['nominalByStatus'] {
  const totals: Partial<Record<SourceStatus, number>> = {}
  for (const source of input.sources)
    if (!isInKind(source)) totals[source.status] = sum([totals[source.status] ?? 0, ...seriesOf(source)])
  return totals
}

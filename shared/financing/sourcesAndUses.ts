import { add, subtract, sum } from '../money/round'
import type { Basis } from './basis'
import { paymentsOf, type Lines } from './lines'
import type { SourcesAndUses } from './result'

/**
 * Where all money comes from over the whole plan (opening cash included) and where it goes (investment and debt
 * service included); time given for free is in neither. The difference is the last closing cash.
 */
export function computeSourcesAndUses(lines: Lines, { input }: Basis): SourcesAndUses {
  const openingCash = input.openingCash + 0
  const sources = lines.receipts.map((line) => [line.source.id, sum(line.series)] as const)
  const uses = Object.entries(paymentsOf(lines, input)).map(([id, series]) => [id, sum(series)] as const)
  const totalSources = add(openingCash, sum(sources.map(([, amount]) => amount)))
  const totalUses = sum(uses.map(([, amount]) => amount))
  return {
    openingCash,
    sourcesBySource: Object.fromEntries(sources),
    totalSources,
    usesByLine: Object.fromEntries(uses),
    totalUses,
    difference: subtract(totalSources, totalUses),
    structuralGap: Math.max(0, subtract(totalUses, totalSources)),
  }
}

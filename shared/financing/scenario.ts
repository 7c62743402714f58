import type { Basis } from './basis'
import { computeBreakEven } from './breakEven'
import { computeCash, computeLiquidity } from './cash'
import type { Scenario } from './input'
import { computeLines, paymentsOf } from './lines'
import { computeLongTerm } from './longTerm'
import { computeRatios } from './ratios'
import type { ScenarioPlan } from './result'
import { computeSourcesAndUses } from './sourcesAndUses'

export function computeScenario(basis: Basis, scenario: Scenario): ScenarioPlan {
  const lines = computeLines(basis, scenario)
  const cash = computeCash(lines, basis)
  return {
    receipts: Object.fromEntries(lines.receipts.map(({ source, series }) => [source.id, series])),
    payments: paymentsOf(lines, basis.input),
    ...cash,
    ...computeLiquidity(cash.closingCash, basis),
    sourcesAndUses: computeSourcesAndUses(lines, basis),
    ratios: computeRatios(lines, cash, basis),
    breakEven: computeBreakEven(lines, cash, basis),
    longTerm: computeLongTerm(lines, cash, basis),
  }
}

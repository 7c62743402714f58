import { fault, isInvalidInput, type InvalidInput } from '../checks/invalidInput'
import { AmountTooLarge, sum, sumSeries } from '../money/round'
import { computeBasis, type Basis, type InRow } from './basis'
import { computeCofinancing, type ClaimPlan } from './claim'
import { checkPlan } from './findings/checkPlan'
import { isClaim, type FinancingInput } from './input'
import { computeInKind, sumByStatus, weighByProbability } from './indicators'
import { readPeriods } from './periods'
import type { FinancingPlan } from './result'
import { computeScenario } from './scenario'
import { invalidFinancing, readFinancingInput } from './validate'

/**
 * Every figure of a financing plan and its findings, from plain data in the form of {@link FinancingInput}.
 * Input that cannot be computed gives its faults instead, never a figure: a missing or impossible value, or an
 * amount beyond what can be held exactly.
 */
export function computeFinancingPlan(raw: unknown): FinancingPlan | InvalidInput {
  const input = readFinancingInput(raw)
  if (isInvalidInput(input)) return input
  let path: (string | number)[] = []
  const inRow: InRow = (list, at, compute) => {
    path = [list, at]
    const result = compute()
    path = []
    return result
  }
  try {
    return computeFigures(input, inRow)
  } catch (problem) {
    if (!(problem instanceof AmountTooLarge)) throw problem
    return invalidFinancing([fault(path, 'tooLarge', 'holds amounts too large to be computed exactly.')], raw)
  }
}

function computeFigures(input: FinancingInput, inRow: InRow): FinancingPlan {
  const periods = readPeriods(input)
  const basis = computeBasis(input, periods, inRow)
  const personnel = [...basis.personnel.values()].map((costs) => costs.map((cost) => cost.total))
  const personnelTotalByPeriod = sumSeries(personnel, periods.count)
  const claims = computeClaims(basis)
  const loans = [...basis.loans]
  const scenarios = Object.fromEntries(
    Object.entries(input.scenarios).map(([name, scenario]) => [name, computeScenario(basis, scenario)]),
  ) as FinancingPlan['scenarios']
  const figures = {
    personnel: Object.fromEntries(basis.personnel),
    personnelTotalByPeriod,
    personnelTotal: sum(personnelTotalByPeriod),
    esfClaim: claims[0]?.[1] ?? null,
    ...(claims.length > 1 && { claims: Object.fromEntries(claims) }),
    loan: loans[0]?.[1] ?? null,
    ...(loans.length > 1 && { loans: Object.fromEntries(loans) }),
    inKind: computeInKind(basis, scenarios.base.sourcesAndUses.totalUses),
    probabilityWeighted: weighByProbability(basis),
    nominalByStatus: sumByStatus(basis),
    scenarios,
  }
  return { ...figures, findings: checkPlan(basis, new Map(claims), scenarios) }
}

function computeClaims(basis: Basis): [string, ClaimPlan][] {
  const { input, claims, seriesOf, periods } = basis
  return input.sources.filter(isClaim).map((source) => {
    const accrued = claims.get(source.id)!
    const cofinancing = computeCofinancing(source, accrued, input.sources, seriesOf, periods)
    return [source.id, { ...accrued, cofinancing }]
  })
}

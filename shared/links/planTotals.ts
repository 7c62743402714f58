// What rows of a financing plan come to over the whole plan, in the base scenario, in öre.
import { isInvalidInput } from '../checks/invalidInput'
import { computeFinancingPlan } from '../financing/computePlan'
import type { FinancingInput } from '../financing/input'

export interface PlanTotals {
  /** What a role, a fixed cost or a variable cost is paid with; null when the plan can't be computed. */
  cost(id: string): number | null
  /** What a source brings in: 0 when the base scenario leaves it out, null when the plan can't be computed. */
  source(id: string): number | null
}

const computed = new WeakMap<FinancingInput, PlanTotals>()

/** Computed once for each input. */
export function planTotals(input: FinancingInput): PlanTotals {
  let totals = computed.get(input)
  if (!totals) computed.set(input, (totals = compute(input)))
  return totals
}

function compute(input: FinancingInput): PlanTotals {
  const plan = computeFinancingPlan(input)
  if (isInvalidInput(plan)) return { cost: () => null, source: () => null }
  const { usesByLine, sourcesBySource } = plan.scenarios.base.sourcesAndUses
  const at = (amounts: Readonly<Record<string, number>>, id: string) =>
    Object.hasOwn(amounts, id) ? amounts[id]! : null
  return { cost: (id) => at(usesByLine, id), source: (id) => at(sourcesBySource, id) }
}

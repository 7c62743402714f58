// The columns of the chain after the need: outcomes stand in one column per horizon.
import type { ElementType, Horizon } from './input'

export const steps = ['resource', 'activity', 'output', 'short', 'medium', 'long', 'impact'] as const
export type Step = (typeof steps)[number]

interface Placed {
  readonly type: ElementType
  readonly horizon: Horizon | null
}

/** The column an element stands in. An outcome whose horizon nobody has chosen stands with the first. */
export function stepOf({ type, horizon }: Placed): Step {
  return type === 'outcome' ? (horizon ?? 'short') : type
}

/** What an element is when it stands in a column. */
export function kindOfStep(step: Step): Placed {
  return step === 'short' || step === 'medium' || step === 'long'
    ? { type: 'outcome', horizon: step }
    : { type: step, horizon: null }
}

/** Elements in their order by the column they stand in; every column is there. */
export function groupBySteps<T extends Placed>(inOrder: readonly T[]): ReadonlyMap<Step, readonly T[]> {
  const groups = new Map<Step, T[]>(steps.map((step) => [step, []]))
  for (const element of inOrder) groups.get(stepOf(element))!.push(element)
  return groups
}

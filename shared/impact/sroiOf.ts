// The social return of a chain's own lines.
import type { InvalidInput } from '../checks/invalidInput'
import type { SroiInput } from './sroi'
import { sroiRange, type SroiRange } from './sroiRange'

interface Valued {
  readonly facts: { readonly discountRateBp: number; readonly valueOfInputs: number }
  readonly sroiLines: readonly SroiInput['lines'][number][]
}

/** As a range; what can't be computed says so. */
export function sroiOf({ facts, sroiLines }: Valued): SroiRange | InvalidInput {
  return sroiRange({
    lines: sroiLines.map(
      ({
        id,
        outcome,
        quantity,
        proxySekOre,
        years,
        deadweightBp,
        displacementBp,
        attributionBp,
        dropOffBp,
      }) => ({
        id,
        outcome,
        quantity,
        proxySekOre,
        years,
        deadweightBp,
        displacementBp,
        attributionBp,
        dropOffBp,
      }),
    ),
    discountRateBp: facts.discountRateBp,
    valueOfInputs: facts.valueOfInputs,
  })
}

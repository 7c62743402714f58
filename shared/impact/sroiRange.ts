// The social return as a range: what it would be if the shares that people judged were somewhat higher or lower.
import { isInvalidInput, type InvalidInput } from '../checks/invalidInput'
import { sroi, type SroiInput, type SroiResult } from './sroi'

/** How far each judged share is moved for the range, in basis points: ten percentage points. */
export const sroiSwing = 1000

export interface SroiRange {
  readonly expected: SroiResult
  /** Every judged share ten percentage points more cautious. */
  readonly low: SroiResult
  /** Every judged share ten percentage points more hopeful. */
  readonly high: SroiResult
}

/** The judged shares (deadweight, displacement, attribution, drop-off) are kept between 0 and 100 %. */
export function sroiRange(input: SroiInput): SroiRange | InvalidInput {
  const expected = sroi(input)
  const low = sroi(swing(input, sroiSwing))
  const high = sroi(swing(input, -sroiSwing))
  for (const each of [expected, low, high]) if (isInvalidInput(each)) return each
  return { expected, low, high } as SroiRange
}

function swing(input: SroiInput, by: number): SroiInput {
  // What does harm grows when its shares are lower, so there caution goes the other way.
  const share = (value: number, proxy: number) =>
    Math.min(Math.max(value + (proxy < 0 ? -by : by), 0), 10_000)
  return {
    ...input,
    lines: input.lines.map((line) => ({
      ...line,
      deadweightBp: share(line.deadweightBp, line.proxySekOre),
      displacementBp: share(line.displacementBp, line.proxySekOre),
      attributionBp: share(line.attributionBp, line.proxySekOre),
      dropOffBp: share(line.dropOffBp, line.proxySekOre),
    })),
  }
}

// What one output, or one outcome reached, costs.
import type { Indicator } from '../impact/input'
import { AmountTooLarge, divideRoundedBig, exactFraction, toAmount } from '../money/round'

/** Words for shares: so many kronor for a per cent says nothing. */
const share = /%|‰|\b(?:procent|procentenheter|percent|per cent|percentage points?|andel|index)\b/i

/** Whether the indicator counts something, of which one could cost so and so much. */
export function countsSomething({ unit, direction }: Pick<Indicator, 'unit' | 'direction'>): boolean {
  return direction !== 'decrease' && !share.test(unit)
}

/**
 * Cost / how many, in öre, rounded once, halves away from zero. Null when either is not known, when there are none (0 or
 * below), and when the indicator counts nothing (see {@link countsSomething}).
 * @param count the latest measured value, or the target.
 */
export function costPerUnit(
  cost: number | null,
  count: number | null,
  indicator: Pick<Indicator, 'unit' | 'direction'>,
): number | null {
  if (cost === null || count === null || count <= 0 || !countsSomething(indicator)) return null
  const { numerator, denominator } = exactFraction(count)
  try {
    return toAmount(divideRoundedBig(BigInt(cost) * denominator, numerator))
  } catch (problem) {
    if (problem instanceof AmountTooLarge) return null
    throw problem
  }
}

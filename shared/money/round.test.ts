import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import example from '../../tests/fixtures/domain/financing-example.json'
import {
  AmountTooLarge,
  divideRounded,
  divideUp,
  exactFraction,
  ratioInBasisPoints,
  roundedProduct,
  shareOf,
  splitEvenly,
  sum,
  times,
} from './round'

const { unitTests } = example

test.each(unitTests.roundHalfAwayFromZero)('%i / %i rounds to %i', (numerator, denominator, result) => {
  expect(divideRounded(numerator!, denominator!)).toBe(result)
})

test.each(unitTests.splitEvenly)('%i over %i periods', (total, count, parts) => {
  expect(splitEvenly(total as number, count as number)).toEqual(parts)
})

test.each(unitTests.employerContribution3142bp)('31.42 %% of %i öre is %i', (gross, contribution) => {
  expect(shareOf(gross!, 3142)).toBe(contribution)
})

const amount = fc.maxSafeInteger()
const nonZero = amount.filter((value) => value !== 0)

/** The definition, word for word: sign(x) × floor(|x| + 0.5). */
function definition(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n
  const abs = (value: bigint) => (value < 0n ? -value : value)
  const [n, d] = [abs(numerator), abs(denominator)]
  const whole = n / d
  return sign * ((n - whole * d) * 2n >= d ? whole + 1n : whole)
}

describe('rounding', () => {
  it('follows the definition for all whole numbers', () => {
    fc.assert(
      fc.property(amount, nonZero, (numerator, denominator) => {
        const expected = definition(BigInt(numerator), BigInt(denominator))
        expect(BigInt(divideRounded(numerator, denominator))).toBe(expected)
      }),
    )
  })

  it('is exact when the product on the way is far beyond 2^53', () => {
    expect(roundedProduct([900_719_925_474_099, 9999], 10_000)).toBe(900_629_853_481_552)
    expect(shareOf(Number.MAX_SAFE_INTEGER, 10_000)).toBe(Number.MAX_SAFE_INTEGER)
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (base, share) => {
        expect(BigInt(shareOf(base, share))).toBe(definition(BigInt(base) * BigInt(share), 10_000n))
      }),
    )
  })

  it('never gives −0', () => {
    expect(divideRounded(-4, 10)).toBe(0)
    expect(shareOf(-1, 3142)).toBe(0)
    expect(splitEvenly(-0, 2)).toEqual([0, 0])
    expect(times(-5, 0)).toBe(0)
  })

  it('refuses what it cannot hold instead of coming close', () => {
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(AmountTooLarge)
    expect(() => times(94_906_267, 94_906_267)).toThrow(AmountTooLarge)
    expect(() => roundedProduct([Number.MAX_SAFE_INTEGER, 20_000], 10_000)).toThrow(AmountTooLarge)
  })
})

describe('splitting evenly', () => {
  it('loses no öre, and no two parts differ by more than one', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 200 }), (total, count) => {
        const parts = splitEvenly(total, count)
        expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(total))
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('ratios', () => {
  it('have no value over nothing, and none too large to hold', () => {
    expect(ratioInBasisPoints(5, 0)).toBeNull()
    expect(ratioInBasisPoints(1, 3)).toBe(3333)
    expect(ratioInBasisPoints(-1, 8)).toBe(-1250)
    expect(ratioInBasisPoints(1, 20_000)).toBe(1)
    expect(ratioInBasisPoints(Number.MAX_SAFE_INTEGER, 1)).toBeNull()
  })

  it('round units up, also below zero', () => {
    expect(divideUp(10, 5)).toBe(2)
    expect(divideUp(11, 5)).toBe(3)
    expect(divideUp(-11, 5)).toBe(-2)
    expect(divideUp(0, 5)).toBe(0)
  })
})

test('decimals are read as they are written', () => {
  expect(exactFraction(37.5)).toEqual({ numerator: 375n, denominator: 10n })
  expect(exactFraction(-0.05)).toEqual({ numerator: -5n, denominator: 100n })
  expect(exactFraction(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n })
  expect(exactFraction(2.5e-7)).toEqual({ numerator: 25n, denominator: 10n ** 8n })
})

import { expect, test } from 'vitest'
import example from '../../tests/fixtures/domain/impact-example.json'
import { isInvalidInput } from '../checks/invalidInput'
import type { SroiInput } from './sroi'
import { sroiRange } from './sroiRange'

const input: SroiInput = example.sroi.input

function rangeOf(asked: SroiInput) {
  const range = sroiRange(asked)
  if (isInvalidInput(range)) throw new Error(range.sentence)
  return range
}

test('the worked example lies inside its range, and the middle is the example’s own', () => {
  const { low, expected, high } = rangeOf(input)
  expect(expected.ratioHundredths).toBe(example.sroi.expected.ratioHundredths)
  expect(low.totalPresentValue).toBeLessThan(expected.totalPresentValue)
  expect(high.totalPresentValue).toBeGreaterThan(expected.totalPresentValue)
})

test('a harm widens the range downwards too', () => {
  const harm = { ...input, lines: input.lines.map((line) => ({ ...line, proxySekOre: -line.proxySekOre })) }
  const { low, expected, high } = rangeOf(harm)
  expect(low.totalPresentValue).toBeLessThan(expected.totalPresentValue)
  expect(high.totalPresentValue).toBeGreaterThan(expected.totalPresentValue)
})

test('what cannot be computed says so', () => {
  const broken = { ...input, lines: input.lines.map((line) => ({ ...line, years: 0 })) }
  expect(isInvalidInput(sroiRange(broken))).toBe(true)
})

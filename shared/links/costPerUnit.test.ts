import { expect, test } from 'vitest'
import { costPerUnit } from './costPerUnit'

const people = { unit: 'personer', direction: 'increase' } as const

test.each([
  ['1 000 kr over 3 people', 100_000, 3, 33_333],
  ['halves away from zero', 101, 2, 51],
  ['a decimal measure is taken exactly: 100 kr / 0.3', 10_000, 0.3, 33_333],
  ['nothing reached yet', 100_000, 0, null],
  ['below nothing', 100_000, -2, null],
  ['no measure', 100_000, null, null],
  ['no cost', null, 3, null],
  ['a cost of nothing', 0, 3, 0],
  ['a measure so small that the cost cannot be held', 9_000_000_000_000_000, 0.001, null],
])('%s', (_name, cost, latest, expected) => {
  expect(costPerUnit(cost, latest, people)).toBe(expected)
})

test('shares and falling figures have no price', () => {
  expect(costPerUnit(100, 5, { unit: '% av deltagarna', direction: 'increase' })).toBeNull()
  expect(costPerUnit(100, 5, { unit: 'procent', direction: 'increase' })).toBeNull()
  expect(costPerUnit(100, 5, { unit: 'sjukdagar', direction: 'decrease' })).toBeNull()
  expect(costPerUnit(100, 5, { unit: 'tjänster', direction: 'maintain' })).toBe(20)
})

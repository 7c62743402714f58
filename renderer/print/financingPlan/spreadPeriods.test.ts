import { expect, test } from 'vitest'
import { spreadPeriods } from './spreadPeriods'

test.each([
  [8, 9, [[0, 8]]],
  [
    24,
    9,
    [
      [0, 8],
      [8, 16],
      [16, 24],
    ],
  ],
  [
    10,
    9,
    [
      [0, 5],
      [5, 10],
    ],
  ],
  [1, 0.4, [[0, 1]]],
])('%i periods, at most %d together', (count, most, expected) => {
  expect(spreadPeriods(count, most)).toEqual(expected)
})

test('no period is left out or stands twice, and none has more company than there is room for', () => {
  for (let count = 1; count <= 120; count++)
    for (let most = 1; most <= 20; most++) {
      const parts = spreadPeriods(count, most)
      expect(parts.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        Array.from({ length: count }, (_, at) => at),
      )
      expect(Math.max(...parts.map(([from, to]) => to - from))).toBeLessThanOrEqual(most)
    }
})

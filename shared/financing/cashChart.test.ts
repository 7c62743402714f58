import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutCash } from './cashChart'

test('zero, the lines and the buffer are all in view', () => {
  const amounts = fc.integer({ min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), amounts, (line, buffer) => {
      const chart = layOutCash([line], [buffer])
      for (const { x, y } of chart.lines[0]!) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(1)
        expect(y).toBeGreaterThanOrEqual(-1e-9)
        expect(y).toBeLessThanOrEqual(1 + 1e-9)
      }
      expect(chart.yOf(buffer)).toBeGreaterThanOrEqual(-1e-9)
      expect(chart.zeroY).toBeLessThanOrEqual(1 + 1e-9)
      expect(chart.ticks.length).toBeLessThan(9)
      expect(chart.ticks).toContain(0)
    }),
  )
})

test('an axis of round amounts', () => {
  expect(layOutCash([[-760910, 12812239]]).ticks).toEqual([-5_000_000, 0, 5_000_000, 10_000_000, 15_000_000])
})

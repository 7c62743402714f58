import { expect, test } from 'vitest'
import { drawProgress } from './progressChart'

const field = { width: 100, height: 60, start: 10, end: 10, above: 10, below: 10 }
const indicator = {
  baseline: { value: 0, date: '2027-01-01' },
  baselineNotApplicable: false,
  target: { value: 10, date: '2027-01-11' },
  measurements: [
    { date: '2027-01-06', value: 5 },
    { date: '2027-01-03', value: 2 },
  ],
}

test('later is to the right and more is above, inside the field', () => {
  const drawn = drawProgress(indicator, null, field)!
  expect(drawn.points.map(({ x, y }) => [x, y])).toEqual([
    [26, 42],
    [50, 30],
  ])
  expect(drawn.way).toEqual({ from: { x: 10, y: 50, value: 0 }, to: { x: 90, y: 10, value: 10 } })
  expect(drawn.days).toEqual({ first: '2027-01-01', last: '2027-01-11' })
})

test('without measurements there is nothing to draw; one alone stands in the middle', () => {
  expect(drawProgress({ ...indicator, measurements: [] }, null, field)).toBeNull()
  const alone = {
    ...indicator,
    baseline: null,
    target: null,
    measurements: [{ date: '2027-01-06', value: 5 }],
  }
  expect(drawProgress(alone, null, field)!.points[0]).toEqual({ x: 50, y: 30, value: 5 })
})

test('where no baseline is needed the way begins at 0 on the chain’s first day', () => {
  const drawn = drawProgress(
    { ...indicator, baseline: null, baselineNotApplicable: true },
    '2027-01-01',
    field,
  )!
  expect(drawn.way!.from).toEqual({ x: 10, y: 50, value: 0 })
})

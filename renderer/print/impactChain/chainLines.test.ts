import { expect, test } from 'vitest'
import { drawLines, type Box } from './chainLines'

const box = (left: number, top: number): Box => ({ left, top, right: left + 100, bottom: top + 40 })
const boxes = new Map([
  ['a', box(0, 0)],
  ['b', box(150, 0)],
  ['c', box(150, 100)],
  ['d', box(0, 100)],
])
const draw = (...lines: [from: string, to: string][]) =>
  drawLines(
    lines.map(([from, to]) => ({ from, to })),
    boxes,
  ).map(({ path }) => path)

test('a line leaves on the right and arrives on the left', () => {
  expect(draw(['a', 'b'])).toEqual(['M100,20C125,20 125,20 150,20'])
})

test('two lines from one box stand apart, the one that leads up above', () => {
  const [down, up] = draw(['a', 'c'], ['a', 'b'])
  const startOf = (path: string | undefined) => Number(/^M100,([\d.]+)C/.exec(path!)![1])
  expect(startOf(up)).toBeLessThan(startOf(down))
})

test('a line backwards goes below both boxes and arrives on the left', () => {
  expect(draw(['c', 'a'])).toEqual([expect.stringMatching(/,154L.* 0,20$/)])
})

test('a line within a column arrives on the right', () => {
  expect(draw(['a', 'd'])).toEqual([expect.stringMatching(/ 100,120$/)])
})

test('a line whose end is not drawn is left out', () => {
  expect(draw(['a', 'gone'])).toEqual([])
})

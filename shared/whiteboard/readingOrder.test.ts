import { expect, test } from 'vitest'
import { inReadingOrder } from './readingOrder'

const note = (name: string, x: number, y: number, width = 200, height = 200) => ({
  name,
  x,
  y,
  width,
  height,
})
const read = (boxes: ReturnType<typeof note>[]) => inReadingOrder(boxes).map(({ name }) => name)

test('a section is read whole, its heading first, before the one beside it', () => {
  const board = [
    note('why', 0, 0, 300, 40),
    note('why 1', 0, 60),
    note('why 2', 220, 62),
    note('why 3', 4, 280),
    note('who', 600, 2, 300, 40),
    note('who 1', 600, 60),
    note('who 2', 820, 60),
    note('below', 0, 700, 900, 40),
  ]
  const expected = ['why', 'why 1', 'why 2', 'why 3', 'who', 'who 1', 'who 2', 'below']
  expect(read(board)).toEqual(expected)
  expect(read(board.toReversed())).toEqual(expected)
})

test('an even wall is read in rows', () => {
  const wall = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => note(`${row}${column}`, column * 220, row * 220)),
  )
  expect(read(wall)).toEqual(['00', '01', '02', '10', '11', '12', '20', '21', '22'])
})

test('a heap is read from its top', () => {
  expect(read([note('c', 50, 120), note('a', 90, 0), note('b', 0, 60)])).toEqual(['a', 'b', 'c'])
})

test('two thousand notes anywhere are all read once', () => {
  const heap = Array.from({ length: 2000 }, (_, n) =>
    note(String(n), (n * 7919) % 20_000, (n * 104_729) % 20_000),
  )
  expect(new Set(read(heap)).size).toBe(2000)
})

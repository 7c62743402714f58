import { expect, test } from 'vitest'
import { areaBetween, isInArea, moveBy, moveOn } from './gridMoves'

const size = { lines: 5, columns: 4 }
const at = { line: 2, column: 1 }

test.each([
  [{ key: 'ArrowRight' }, { line: 2, column: 2 }],
  [{ key: 'ArrowLeft' }, { line: 2, column: 0 }],
  [
    { key: 'ArrowLeft', isMirrored: true },
    { line: 2, column: 2 },
  ],
  [
    { key: 'ArrowRight', mod: true },
    { line: 2, column: 3 },
  ],
  [{ key: 'ArrowDown' }, { line: 3, column: 1 }],
  [
    { key: 'ArrowUp', mod: true },
    { line: 0, column: 1 },
  ],
  [{ key: 'Home' }, { line: 2, column: 0 }],
  [
    { key: 'End', mod: true },
    { line: 4, column: 3 },
  ],
  [{ key: 'PageDown' }, { line: 4, column: 1 }],
])('%o', (key, to) => expect(moveBy(key, at, size)).toEqual(to))

test('the edge holds, and letters do not move', () => {
  expect(moveBy({ key: 'ArrowUp' }, { line: 0, column: 0 }, size)).toEqual({ line: 0, column: 0 })
  expect(moveBy({ key: 'a' }, at, size)).toBeNull()
})

test('on and back go from line to line, and out at both ends', () => {
  expect(moveOn(1, { line: 0, column: 3 }, size)).toEqual({ line: 1, column: 0 })
  expect(moveOn(-1, { line: 1, column: 0 }, size)).toEqual({ line: 0, column: 3 })
  expect(moveOn(1, { line: 4, column: 3 }, size)).toBeNull()
  expect(moveOn(-1, { line: 0, column: 0 }, size)).toBeNull()
})

test('an area is the same from whichever corner', () => {
  const area = areaBetween({ line: 3, column: 0 }, { line: 1, column: 2 })
  expect(area).toEqual({ fromLine: 1, toLine: 3, fromColumn: 0, toColumn: 2 })
  expect(isInArea(area, 2, 2)).toBe(true)
  expect(isInArea(area, 0, 2)).toBe(false)
})

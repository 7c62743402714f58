import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { edit, makeNote, openTestBoard, type TestBoard } from './boardForTests'

let board: TestBoard
let updates: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  board = openTestBoard({ every: 50 })
  board.store.put([makeNote('one')])
  board.binding.flush()
  vi.advanceTimersByTime(1000)
  updates = 0
  board.doc.on('update', () => updates++)
})
afterEach(() => {
  board.close()
  vi.useRealTimers()
})

const kept = () => board.doc.getMap('records').toJSON()['shape:one'] as { at: number[] }

test('a drag of a second leaves in about 20 updates, and the last place arrives', () => {
  for (let step = 1; step <= 60; step++) {
    edit(board, 'one', { x: step })
    vi.advanceTimersByTime(1000 / 60)
  }
  expect(updates).toBeGreaterThan(14)
  expect(updates).toBeLessThanOrEqual(21)
  vi.advanceTimersByTime(50)
  expect(kept().at[0]).toBe(60)
})

test('the first change after a pause leaves at once, the last as soon as it is told to', () => {
  edit(board, 'one', { x: 1 })
  expect(kept().at[0]).toBe(1)
  edit(board, 'one', { x: 2 })
  expect(kept().at[0]).toBe(1)
  board.binding.flush()
  expect(kept().at[0]).toBe(2)
})

test('closing the board loses nothing', () => {
  edit(board, 'one', { x: 1 })
  edit(board, 'one', { x: 2 })
  board.binding.close()
  expect(kept().at[0]).toBe(2)
})

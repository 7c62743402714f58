import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SaveState } from '../document/session'
import { calmMs, calmSaveState } from './calmSaveState'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function session(first: SaveState) {
  let state = first
  let tell = () => {}
  return {
    saveState: () => state,
    subscribe(changed: () => void) {
      tell = changed
      return () => {}
    },
    becomes(next: SaveState) {
      state = next
      tell()
    },
  }
}

test('saving that is quickly over is never shown', () => {
  const writing = session({ kind: 'saved' })
  const calm = calmSaveState(writing)
  const seen: string[] = []
  calm.subscribe(() => seen.push(calm.state().kind))
  for (let letter = 0; letter < 5; letter++) {
    writing.becomes({ kind: 'saving' })
    vi.advanceTimersByTime(calmMs - 100)
    writing.becomes({ kind: 'saved' })
  }
  vi.advanceTimersByTime(calmMs * 2)
  expect(seen.filter((kind) => kind !== 'saved')).toEqual([])
  expect(calm.state().kind).toBe('saved')
})

test('saving that takes long is shown, and so is its end', () => {
  const writing = session({ kind: 'saved' })
  const calm = calmSaveState(writing)
  calm.subscribe(() => {})
  writing.becomes({ kind: 'saving' })
  vi.advanceTimersByTime(calmMs)
  expect(calm.state().kind).toBe('saving')
  writing.becomes({ kind: 'saved' })
  expect(calm.state().kind).toBe('saved')
})

test('a lost connection is shown at once, and never as saved while the rest is on its way', () => {
  const writing = session({ kind: 'saved' })
  const calm = calmSaveState(writing)
  calm.subscribe(() => {})
  writing.becomes({ kind: 'offline', waiting: 2 })
  expect(calm.state()).toEqual({ kind: 'offline', waiting: 2 })
  writing.becomes({ kind: 'saving' })
  expect(calm.state().kind).toBe('saving')
})

import { expect, test } from 'vitest'
import { backupName, outdatedBackups } from './backups'

const minute = 60_000
const day = 24 * 60 * minute
const now = Date.UTC(2027, 2, 14, 15)

test('names sort by time and are legal on every system', () => {
  expect(backupName(now)).toBe('2027-03-14T15-00-00Z.samverk')
})

test('the last five stay, and the last of each day for seven days', () => {
  const today = Array.from({ length: 9 }, (_none, at) => backupName(now - at * 10 * minute))
  const before = Array.from({ length: 10 }, (_none, at) => [
    backupName(now - (at + 1) * day),
    backupName(now - (at + 1) * day - 60 * minute),
  ]).flat()
  const outdated = new Set(outdatedBackups([...today, ...before, 'notes.txt'], now))
  const kept = [...today, ...before].filter((file) => !outdated.has(file))
  expect(kept).toEqual([
    ...today.slice(0, 5),
    ...Array.from({ length: 7 }, (_none, at) => backupName(now - (at + 1) * day)),
  ])
  expect(outdated.has('notes.txt')).toBe(false)
})

test('copies that lack something damaged push no whole copy out', () => {
  const whole = Array.from({ length: 5 }, (_none, at) => backupName(now - 9 * day - at * minute))
  const incomplete = Array.from({ length: 8 }, (_none, at) => backupName(now - at * 10 * minute, false))
  expect(outdatedBackups([...whole, ...incomplete], now).toSorted()).toEqual(incomplete.slice(5).toSorted())
})

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLevelStorage } from '../../relay/levelStorage'
import type { Storage } from '../../relay/storage'
import { oneEdit } from './harness'
import { promisesOfLogs, promisesOfRecords } from './storageContract'

let folder: string
let storage: Storage
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-level-'))
  storage = await openLevelStorage(folder)
})
afterAll(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

describe('logs in LevelDB', () => promisesOfLogs(() => storage))
describe('records in LevelDB', () => promisesOfRecords(() => storage))

test('when a room changed is known to the moment, also after a stop, however often it changes', async () => {
  const place = await mkdtemp(join(tmpdir(), 'samverkstad-level-'))
  try {
    const first = await openLevelStorage(place)
    const log = await first.openLog('abcdefghijklmnop', 'page-a')
    const times = []
    for (const key of ['a', 'b', 'c']) {
      const entry = log.newEntry(oneEdit(key, key))
      await first.append([entry])
      expect(await first.listRooms('abcdefghijklmnop')).toEqual([{ room: 'page-a', changedAt: entry.at }])
      times.push(entry.at)
      await new Promise((later) => setTimeout(later, 3))
    }
    log.close()
    expect(await first.listRooms('abcdefghijklmnop')).toEqual([{ room: 'page-a', changedAt: times.at(-1) }])
    await first.close()
    const second = await openLevelStorage(place)
    expect(await second.listRooms('abcdefghijklmnop')).toEqual([{ room: 'page-a', changedAt: times.at(-1) }])
    await second.close()
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})

test('whoever has asked when a room changed finds another time after the next change, even a killed relay’s', async () => {
  const place = await mkdtemp(join(tmpdir(), 'samverkstad-level-'))
  const asKilled = `${place}-killed`
  try {
    const before = await openLevelStorage(place)
    const log = await before.openLog('abcdefghijklmnop', 'page-a')
    const change = (key: string) => before.append([log.newEntry(oneEdit(key, key))])
    const ask = async (from: Storage) => (await from.listRooms('abcdefghijklmnop'))[0]!.changedAt
    await change('a')
    const known = await ask(before)
    // Within the second in which nobody would write the time again, perhaps within the same millisecond.
    await change('b')
    await change('c')
    await cp(place, asKilled, { recursive: true })
    const again = await openLevelStorage(asKilled)
    expect(await ask(again)).toBeGreaterThan(known)
    await again.close()
    await before.close()
  } finally {
    for (const each of [place, asKilled]) await rm(each, { recursive: true, force: true })
  }
})

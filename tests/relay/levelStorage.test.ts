import { mkdtemp, rm } from 'node:fs/promises'
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

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openLevelStorage } from '../../relay/levelStorage'
import type { Storage } from '../../relay/storage'
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

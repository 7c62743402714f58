// Redis and Postgres keep what LevelDB keeps; and what one relay writes, the others follow.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backing } from '../../relay/backing'
import { openCluster } from '../../relay/cluster/openCluster'
import { silentLog } from '../../relay/log'
import { newId } from '../../relay/secrets'
import type { LogEntry, RoomLog } from '../../relay/storage'
import { until } from '../relay/harness'
import { promisesOfLogs, promisesOfRecords } from '../relay/storageContract'
import { startPostgres, startRedis, type Server } from './servers'

let redis: Server
let postgres: Server
let one: Backing
let two: Backing
const open = () => openCluster({ redis: redis.url, postgres: postgres.url }, silentLog())
const patience = 20_000

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

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = ({ update }: Pick<LogEntry, 'update'>) => new TextDecoder().decode(update)

/** A room as a relay with this backing has it open: everything it holds, and how far it knows the log. */
async function hold(backing: Backing, sessionId: string) {
  const log = await backing.storage.openLog(sessionId, 'page-one')
  const held = new Set(log.entries.map(textOf))
  if (log.snapshot) for (const text of textOf({ update: log.snapshot.content }).split(' ')) held.add(text)
  let reached = log.entries.at(-1)?.seq ?? log.snapshot?.upTo ?? 0
  const follow = () =>
    log.follow({
      came: (entry) =>
        textOf(entry)
          .split(' ')
          .forEach((text) => held.add(text)),
      reached: (seq) => (reached = seq),
      covered: () => {},
    })
  return {
    log,
    held,
    follow,
    reached: () => reached,
    write: (text: string) => {
      held.add(text)
      return log.newEntry(bytesOf(text))
    },
    /** Everything held, as a snapshot that covers what is known of the log. */
    snapshot: () =>
      backing.storage.putSnapshot(sessionId, 'page-one', {
        upTo: reached,
        content: bytesOf([...held].join(' ')),
        stateVector: new Uint8Array([0]),
      }),
  }
}
type Held = Awaited<ReturnType<typeof hold>>

async function holdTwice() {
  const sessionId = newId()
  const [here, there] = [await hold(one, sessionId), await hold(two, sessionId)]
  here.follow()
  there.follow()
  return { sessionId, here, there }
}
const closeAll = (...rooms: { log: RoomLog }[]) => rooms.forEach(({ log }) => log.close())
const hasAll = ({ held }: Held, texts: Iterable<string>) => [...texts].every((text) => held.has(text))

test('what one relay has accepted reaches the other before it is on disk, and its place in the log after', async () => {
  const { here, there } = await holdTwice()
  const entry = here.write('early')
  await until(() => there.held.has('early'), 'it is there before it is on disk', patience)
  expect(there.reached()).toBe(0)
  expect(there.log.unsettled().map(textOf)).toEqual(['early'])
  await one.storage.append([entry])
  await until(() => there.reached() === 1 && here.reached() === 1, 'both know where it stands', patience)
  expect(there.log.unsettled()).toEqual([])
  closeAll(here, there)
})

test('an entry whose relay died is brought to the log by the one that builds on it, once', async () => {
  const { sessionId, here, there } = await holdTwice()
  const lost = here.write('lost')
  await until(() => there.held.has('lost'), 'the other has heard of it', patience)
  await two.storage.append([...there.log.unsettled(), there.write('after')])
  // The first relay was not dead after all.
  await one.storage.append([lost])
  closeAll(here, there)
  const { entries } = await one.storage.openLog(sessionId, 'page-one')
  expect(entries.map(textOf)).toEqual(['lost', 'after'])
})

test('what is appended a second time is in the log once', async () => {
  const { sessionId, here, there } = await holdTwice()
  const entries = [here.write('a'), here.write('b')]
  await one.storage.append(entries)
  // As after an interruption, when the answer was lost.
  await one.storage.append(entries.map((entry) => ({ ...entry, seq: undefined })))
  await one.storage.append([here.write('c')])
  closeAll(here, there)
  const { entries: stored } = await two.storage.openLog(sessionId, 'page-one')
  expect(stored.map((entry) => [entry.seq, textOf(entry)])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
})

test('who was late finds in the snapshot what was cut off the log meanwhile', async () => {
  const sessionId = newId()
  const here = await hold(one, sessionId)
  here.follow()
  const late = await hold(two, sessionId)
  for (let i = 0; i < 5; i++) await one.storage.append([here.write(`text-${i}`)])
  await until(() => here.reached() === 5, 'all is in the log', patience)
  await here.snapshot()
  await one.storage.append([here.write('after')])
  late.follow()
  await until(() => late.reached() === 6, 'it has caught up', patience)
  expect([...late.held].sort()).toEqual([...here.held].sort())
  closeAll(here, late)
})

test('a connection to Redis that breaks leaves no gap', async () => {
  const { here, there } = await holdTwice()
  const breaker = new Redis(redis.url)
  const written: string[] = []
  for (let i = 0; i < 60; i++) {
    if (i % 15 === 7) await breaker.call('CLIENT', 'KILL', 'TYPE', i % 2 === 0 ? 'PUBSUB' : 'NORMAL')
    const [by, backing] = i % 3 === 0 ? [there, two] : [here, one]
    written.push(`text-${i}`)
    await backing.storage.append([by.write(`text-${i}`)])
  }
  breaker.disconnect()
  await until(() => hasAll(here, written) && hasAll(there, written), 'both have all', patience)
  await until(() => here.reached() === 60 && there.reached() === 60, 'both know the log', patience)
  closeAll(here, there)
})

test('two relays that write, compact and open rooms at once lose nothing', async () => {
  const sessionId = newId()
  const written = new Set<string>()
  let isWriting = true
  const work = async (backing: Backing, name: string) => {
    const room = await hold(backing, sessionId)
    room.follow()
    for (let i = 0; i < 120; i++) {
      const text = `${name}-${i}`
      await backing.storage.append([...room.log.unsettled(), room.write(text)])
      written.add(text)
      if (Math.random() < 0.1) await room.snapshot()
    }
    room.log.close()
  }
  const look = async () => {
    while (isWriting) {
      const known = [...written]
      const room = await hold(Math.random() < 0.5 ? one : two, sessionId)
      expect(known.filter((text) => !room.held.has(text))).toEqual([])
      room.log.close()
    }
  }
  const looking = look()
  await Promise.all([work(one, 'one'), work(two, 'two')])
  isWriting = false
  await looking
  const room = await hold(one, sessionId)
  expect(room.held).toEqual(written)
  room.log.close()
})

test('a change told by one relay is heard by the other', async () => {
  const heard: unknown[] = []
  two.changes.listen((change) => void heard.push(change))
  await one.changes.tell({ kind: 'removed', sessionId: 'session', memberId: 'member' })
  await until(() => heard.length > 0, 'it is heard', patience)
  expect(heard).toEqual([{ kind: 'removed', sessionId: 'session', memberId: 'member' }])
})

test('a Redis that would forget, or belongs to another database, is refused', async () => {
  const admin = new Redis(redis.url)
  await admin.config('SET', 'appendfsync', 'everysec')
  await expect(open()).rejects.toThrow('appendfsync always')
  await admin.config('SET', 'appendfsync', 'always')
  const identity = await admin.get('samverkstad:0:identity')
  await admin.set('samverkstad:0:identity', 'another')
  await expect(open()).rejects.toThrow('another Postgres database')
  await admin.set('samverkstad:0:identity', identity!)
  admin.disconnect()
})

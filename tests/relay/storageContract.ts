// What every storage promises; run against each of them.
import { expect, test } from 'vitest'
import type { LogEntry, Storage } from '../../relay/storage'
import { newId } from '../../relay/secrets'
import type { RoomName } from '../../shared/relay/roles'
import { until } from './harness'

const bytes = (...values: number[]) => new Uint8Array(values)

/** What the log of a room holds now: the number and the first byte of each update. */
async function readLog(storage: Storage, sessionId: string, room: RoomName) {
  const log = await storage.openLog(sessionId, room)
  log.close()
  return {
    snapshot: log.snapshot && { upTo: log.snapshot.upTo, content: [...log.snapshot.content] },
    entries: log.entries.map(({ seq, update }) => [seq, update[0]]),
  }
}

/** A room of a new session with `count` entries in its log. */
async function roomWith(storage: Storage, count: number) {
  const sessionId = newId()
  const room = 'page-one' as const
  const log = await storage.openLog(sessionId, room)
  const entries: LogEntry[] = []
  for (let i = 1; i <= count; i++) entries.push(log.newEntry(bytes(i)))
  if (count > 0) await storage.append(entries)
  return { sessionId, room, log, entries }
}

/** @param storage opened before the first test. */
export function promisesOfLogs(storage: () => Storage): void {
  test('an update is read back byte by byte, in its order, numbered from 1 on', async () => {
    const { sessionId, room, log, entries } = await roomWith(storage(), 3)
    expect(log.entries).toEqual([])
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)
    await storage().append([log.newEntry(all)])
    log.close()
    const again = await storage().openLog(sessionId, room)
    expect(again.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect([...again.entries[3]!.update]).toEqual([...all])
    again.close()
  })

  test('entries of several rooms are appended in one stroke', async () => {
    const one = await roomWith(storage(), 0)
    const two = await roomWith(storage(), 0)
    await storage().append([
      one.log.newEntry(bytes(1)),
      two.log.newEntry(bytes(2)),
      one.log.newEntry(bytes(3)),
    ])
    const first = await readLog(storage(), one.sessionId, one.room)
    const second = await readLog(storage(), two.sessionId, two.room)
    expect(first.entries.map(([, byte]) => byte)).toEqual([1, 3])
    expect(second.entries.map(([, byte]) => byte)).toEqual([2])
    one.log.close()
    two.log.close()
  })

  test('who follows hears how far the log goes', async () => {
    const { log, entries } = await roomWith(storage(), 0)
    let reached = 0
    log.follow({
      came: () => expect.unreachable('nobody else writes'),
      reached: (seq) => {
        expect(seq).toBeGreaterThan(reached)
        reached = seq
      },
      covered: () => {},
    })
    for (let i = 0; i < 5; i++) entries.push(log.newEntry(bytes(i)))
    await storage().append(entries)
    await until(() => reached === entries.at(-1)!.seq, 'the last one is reached')
    log.close()
  })

  test('a snapshot takes the place of what it covers, and numbers go on after it', async () => {
    const { sessionId, room, log } = await roomWith(storage(), 5)
    await storage().putSnapshot(sessionId, room, { upTo: 3, content: bytes(33), stateVector: bytes(0) })
    expect(await readLog(storage(), sessionId, room)).toEqual({
      snapshot: { upTo: 3, content: [33] },
      entries: [
        [4, 4],
        [5, 5],
      ],
    })
    await storage().putSnapshot(sessionId, room, { upTo: 5, content: bytes(55), stateVector: bytes(0) })
    log.close()
    const again = await storage().openLog(sessionId, room)
    expect(again.entries).toEqual([])
    const next = again.newEntry(bytes(6))
    await storage().append([next])
    expect(next.seq).toBeGreaterThan(5)
    again.close()
    const { snapshot, entries } = await readLog(storage(), sessionId, room)
    expect(snapshot).toEqual({ upTo: 5, content: [55] })
    expect(entries).toEqual([[next.seq, 6]])
  })

  test('a snapshot is read back byte by byte', async () => {
    const { sessionId, room, log } = await roomWith(storage(), 1)
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)
    await storage().putSnapshot(sessionId, room, { upTo: 1, content: all, stateVector: all.toReversed() })
    log.close()
    const { snapshot } = await storage().openLog(sessionId, room)
    expect([...snapshot!.content]).toEqual([...all])
    expect([...snapshot!.stateVector]).toEqual(Array.from(all).reverse())
  })

  test('an older snapshot does not take the place of a later one', async () => {
    const { sessionId, room, log } = await roomWith(storage(), 5)
    await storage().putSnapshot(sessionId, room, { upTo: 4, content: bytes(44), stateVector: bytes(0) })
    await storage().putSnapshot(sessionId, room, { upTo: 2, content: bytes(22), stateVector: bytes(0) })
    const { snapshot, entries } = await readLog(storage(), sessionId, room)
    expect(snapshot).toEqual({ upTo: 4, content: [44] })
    expect(entries).toEqual([[5, 5]])
    log.close()
  })

  test('what is set aside is out of the log', async () => {
    const { sessionId, room, log, entries } = await roomWith(storage(), 3)
    await storage().setAside(entries[1]!)
    expect((await readLog(storage(), sessionId, room)).entries).toEqual([
      [1, 1],
      [3, 3],
    ])
    log.close()
  })

  test('rooms are listed with their last change, and are gone when deleted', async () => {
    const { sessionId, room, log } = await roomWith(storage(), 2)
    const before = Date.now()
    await storage().append([log.newEntry(bytes(9))])
    expect(await storage().listRooms(newId())).toEqual([])
    const [listed, ...others] = await storage().listRooms(sessionId)
    expect(others).toEqual([])
    expect(listed?.room).toBe(room)
    expect(listed?.changedAt).toBeGreaterThanOrEqual(before - 1000)
    await storage().putSnapshot(sessionId, room, { upTo: 3, content: bytes(3), stateVector: bytes(0) })
    expect((await storage().listRooms(sessionId)).map((each) => each.room)).toEqual([room])
    log.close()
    await storage().deleteRooms(sessionId)
    expect(await storage().listRooms(sessionId)).toEqual([])
    expect(await storage().weighRooms(sessionId)).toEqual(new Map())
    expect(await readLog(storage(), sessionId, room)).toEqual({ snapshot: undefined, entries: [] })
  })

  test('rooms are weighed by what is stored of them: updates and snapshot', async () => {
    const { sessionId, room, log } = await roomWith(storage(), 0)
    const other = await storage().openLog(sessionId, 'page-two')
    await storage().append([log.newEntry(new Uint8Array(20_000)), other.newEntry(new Uint8Array(3000))])
    const weigh = async () => {
      const weights = await storage().weighRooms(sessionId)
      return [weights.get(room) ?? 0, weights.get('page-two') ?? 0] as const
    }
    const [first, second] = await weigh()
    // What a database adds of its own counts, too.
    expect(first).toBeGreaterThanOrEqual(20_000)
    expect(first).toBeLessThan(30_000)
    expect(second).toBeGreaterThanOrEqual(3000)
    expect(second).toBeLessThan(9000)
    await storage().putSnapshot(sessionId, room, {
      upTo: 1,
      content: new Uint8Array(50_000),
      stateVector: bytes(0),
    })
    expect((await weigh())[0]).toBeGreaterThanOrEqual(50_000)
    expect((await weigh())[0]).toBeLessThan(60_000)
    expect(await storage().weighRooms(newId())).toEqual(new Map())
    log.close()
    other.close()
  })
}

/** @param storage opened before the first test. */
export function promisesOfRecords(storage: () => Storage): void {
  let number = 0
  const newKey = () => `contract!${number++}`

  test('a record is read back as it was put, and is gone when deleted', async () => {
    const key = newKey()
    const value = { name: 'Åsa', list: [1, 2.5, null], nested: { yes: true } }
    await storage().putRecords([{ key, value }])
    expect(await storage().getRecord(key)).toEqual(value)
    await storage().deleteRecords([key])
    expect(await storage().getRecord(key)).toBeUndefined()
  })

  test('records are listed by the beginning of their key, in the order of their keys', async () => {
    const key = newKey()
    const records = ['b', 'A', 'a!x', '-', '_'].map((end) => ({ key: `${key}!${end}`, value: end }))
    await storage().putRecords([
      ...records,
      { key: `${key}0!a`, value: 'of another' },
      { key, value: 'itself' },
    ])
    const listed = await storage().listRecords(key)
    expect(listed).toEqual(records.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
  })

  test('twenty changes of one record at once all count', async () => {
    const key = newKey()
    const addOne = (count: number | undefined) => (count ?? 0) + 1
    await Promise.all(Array.from({ length: 20 }, () => storage().updateRecord(key, addOne)))
    expect(await storage().getRecord(key)).toBe(20)
  })

  test('of ten who want the last three, three get one', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: { left: 3 } }])
    const taken = await Promise.all(
      Array.from({ length: 10 }, async () => {
        let hasOne = false
        await storage().updateRecord<{ left: number }>(key, (stored) => {
          hasOne = stored !== undefined && stored.left > 0
          return hasOne ? { left: stored!.left - 1 } : stored
        })
        return hasOne
      }),
    )
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect(await storage().getRecord(key)).toEqual({ left: 0 })
  })

  test('a change that gives nothing deletes, and one that gives the same leaves the record', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: { is: 'here' } }])
    expect(await storage().updateRecord(key, (stored) => stored)).toEqual({ is: 'here' })
    expect(await storage().updateRecord(key, () => undefined)).toBeUndefined()
    expect(await storage().getRecord(key)).toBeUndefined()
    expect(await storage().updateRecord(key, (stored) => stored)).toBeUndefined()
    expect(await storage().updateRecord<string>(key, () => 'new')).toBe('new')
  })

  test('a change that throws leaves the record, and the next one goes on', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: 1 }])
    const failing = storage().updateRecord(key, () => {
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await storage().updateRecord<number>(key, (count) => count! + 1)).toBe(2)
  })
}

// Storage in one LevelDB. Keys: `log!session!room!seq`, `snap!session!room`, `room!session!room`, `aside!…`, `rec!…`.
import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { ClassicLevel } from 'classic-level'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { RoomName } from '../shared/relay/roles'
import { queueByKey } from './queueByKey'
import type { LogEntry, LogFollower, RoomLog, Snapshot, Storage } from './storage'

type Database = ClassicLevel<string, Uint8Array>
type Operation = { type: 'put'; key: string; value: Uint8Array } | { type: 'del'; key: string }

const durable = { sync: true } as const
const utf8 = { encode: new TextEncoder(), decode: new TextDecoder() }

/** Opens the database under `dataDir`; after a kill it recovers by itself, a damaged one is repaired first. */
export async function openLevelStorage(dataDir: string): Promise<Storage> {
  const location = join(dataDir, 'db')
  await mkdir(location, { recursive: true })
  let db = await openDatabase(location)

  const write = (operations: Operation[]) => db.batch(operations, durable)
  const keysUnder = (prefix: string) => db.keys(under(prefix)).all()
  const inTurn = queueByKey()
  /** What is to be told of entries under way when they are on disk. */
  const written = new WeakMap<LogEntry, () => void>()
  const getRecord = async (key: string): Promise<unknown> => {
    const value = await db.get(`rec!${key}`)
    return value && fromJson(value)
  }

  return {
    async openLog(sessionId, room): Promise<RoomLog> {
      const [stored, log] = await Promise.all([
        db.get(`snap!${sessionId}!${room}`),
        db.iterator(under(`log!${sessionId}!${room}`)).all(),
      ])
      const snapshot = stored && readSnapshot(stored)
      const entries = log
        .map(([key, update]) => ({ sessionId, room, update, at: 0, seq: seqIn(key) }))
        .filter(({ seq }) => seq > (snapshot?.upTo ?? 0))
      let last = entries.at(-1)?.seq ?? snapshot?.upTo ?? 0
      let follower: LogFollower | undefined
      return {
        snapshot,
        entries,
        follow: (given) => void (follower = given),
        newEntry(update) {
          const entry = { sessionId, room, update, at: Date.now(), seq: ++last }
          written.set(entry, () => follower?.reached(entry.seq))
          return entry
        },
        close: () => (follower = undefined),
      }
    },

    async append(entries) {
      const operations: Operation[] = []
      const changed = new Map<string, number>()
      for (const entry of entries) {
        operations.push({ type: 'put', key: logKey(entry), value: entry.update })
        changed.set(`room!${entry.sessionId}!${entry.room}`, entry.at)
      }
      for (const [key, at] of changed) operations.push({ type: 'put', key, value: toJson(at) })
      await write(operations)
      for (const entry of entries) written.get(entry)?.()
    },

    async putSnapshot(sessionId, room, snapshot) {
      const before = await db.get(`snap!${sessionId}!${room}`)
      if (before && readSnapshot(before).upTo > snapshot.upTo) return
      const last = logKey({ sessionId, room, seq: snapshot.upTo })
      const covered = await db.keys({ gt: `log!${sessionId}!${room}!`, lte: last }).all()
      await write([
        { type: 'put', key: `snap!${sessionId}!${room}`, value: writeSnapshot(snapshot) },
        ...covered.map((key): Operation => ({ type: 'del', key })),
      ])
    },

    async setAside(entry) {
      const key = logKey(entry)
      await write([
        { type: 'put', key: key.replace('log!', 'aside!'), value: entry.update },
        { type: 'del', key },
      ])
    },

    async listRooms(sessionId) {
      const found = await db.iterator(under(`room!${sessionId}`)).all()
      return found.map(([key, value]) => ({
        room: key.slice(key.lastIndexOf('!') + 1) as RoomName,
        changedAt: Number(fromJson(value)),
      }))
    },

    async deleteRooms(sessionId) {
      for (const kind of ['log', 'snap', 'room', 'aside']) {
        const keys = await keysUnder(`${kind}!${sessionId}`)
        await write(keys.map((key) => ({ type: 'del', key })))
      }
    },

    getRecord,
    putRecords: (records) =>
      inTurn(
        records.map(({ key }) => key),
        () => write(records.map(({ key, value }) => putOf(key, value))),
      ),
    deleteRecords: (keys) => inTurn(keys, () => write(keys.map(deletionOf))),
    updateRecord: (key, change) =>
      inTurn([key], async () => {
        const stored = (await getRecord(key)) as Parameters<typeof change>[0]
        const changed = change(stored)
        if (changed === stored) return stored
        await write([changed === undefined ? deletionOf(key) : putOf(key, changed)])
        return changed
      }),
    async listRecords(prefix) {
      const found = await db.iterator(under(`rec!${prefix}`)).all()
      return found.map(([key, value]) => ({ key: key.slice('rec!'.length), value: fromJson(value) }))
    },

    check: () => write([putOf('written', Date.now())]),
    async reopen() {
      // After a failed write LevelDB refuses all others until it is opened anew.
      await db.close()
      db = await openDatabase(location)
    },
    close: () => db.close(),
  }
}

async function openDatabase(location: string): Promise<Database> {
  const db: Database = new ClassicLevel(location, { keyEncoding: 'utf8', valueEncoding: 'view' })
  try {
    await db.open()
  } catch (error) {
    if (causeOf(error) !== 'LEVEL_CORRUPTION') throw error
    await ClassicLevel.repair(location)
    await db.open()
  }
  return db
}

/** LevelDB's own code for why a database did not open, e.g. `LEVEL_LOCKED` while another process has it. */
export function causeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

/** All keys that begin with `prefix!`; `"` is the character after `!`. */
function under(prefix: string): { gt: string; lt: string } {
  return { gt: `${prefix}!`, lt: `${prefix}"` }
}

function logKey({ sessionId, room, seq }: Pick<LogEntry, 'sessionId' | 'room' | 'seq'>): string {
  if (seq === undefined) throw new Error('an entry without a number cannot be stored')
  return `log!${sessionId}!${room}!${seq.toString(36).padStart(10, '0')}`
}

const seqIn = (key: string) => parseInt(key.slice(key.lastIndexOf('!') + 1), 36)

function writeSnapshot({ upTo, update, stateVector }: Snapshot): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, upTo)
  writeVarUint8Array(encoder, stateVector)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

function readSnapshot(stored: Uint8Array): Snapshot {
  const decoder = createDecoder(stored)
  const upTo = readVarUint(decoder)
  const stateVector = readVarUint8Array(decoder).slice()
  return { upTo, stateVector, update: readVarUint8Array(decoder).slice() }
}

const putOf = (key: string, value: unknown): Operation => ({
  type: 'put',
  key: `rec!${key}`,
  value: toJson(value),
})
const deletionOf = (key: string): Operation => ({ type: 'del', key: `rec!${key}` })

const toJson = (value: unknown): Uint8Array => utf8.encode.encode(JSON.stringify(value))
const fromJson = (value: Uint8Array): unknown => JSON.parse(utf8.decode.decode(value))

// Storage in one LevelDB. Keys: `format`, `log!session!room!seq`, `snap!session!room`, `room!session!room`, `aside!…`, `rec!…`.
import { join } from 'node:path'
import { mkdir, readdir } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { ClassicLevel } from 'classic-level'
import { createDecoder, hasContent, readUint32, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint32, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { RoomName } from '../shared/relay/roles'
import { lengthOfContent } from './content'
import { queueByKey } from './queueByKey'
import {
  RoomDamaged,
  type LogEntry,
  type LogFollower,
  type RoomLog,
  type Snapshot,
  type Storage,
} from './storage'

type Database = ClassicLevel<string, Uint8Array>
type Operation = { type: 'put'; key: string; value: Uint8Array } | { type: 'del'; key: string }

/** Nobody else writes into this database. */
const nobodyElse: readonly LogEntry[] = []
const durable = { sync: true } as const
/** When a room last changed is written no oftener than this (ms): with every update it would double what is written. */
const changedAtStep = 1000
/** When a room last changed (ms since 1970). */
interface ChangeTime {
  last: number
  onDisk: number
  /** Somebody has asked for it, and may keep what the room says with it: after the next change, another is on disk. */
  isKnown: boolean
}
const utf8 = { encode: new TextEncoder(), decode: new TextDecoder() }

/** A storage whose whole content can be read as it lies there. */
export interface LevelStorage extends Storage {
  /** Every key with its value, in the order of the keys, as they stand when the reading begins. */
  entries(): AsyncIterable<[string, Uint8Array]>
}

/** The folder of the database under a relay's data folder. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'db')

/** The key of the number under which the format of all others is known; stores of the first versions have none. */
export const formatKey = 'format'
/** 3: large snapshots are packed. To be raised whenever an earlier version of the program could not read, or would spoil, what this one writes. */
const format = 3

export interface OpenOptions {
  /** Repairs what does not open; otherwise that throws, see {@link isCorruption}. */
  mends?: boolean
  /** Called when something had to be repaired. */
  repaired?: () => void
}

/**
 * Opens the database under `dataDir`; after a kill it recovers by itself, a damaged one is repaired first. When a newer
 * version of the program wrote it, throws a sentence that says so, and changes nothing.
 */
export async function openLevelStorage(
  dataDir: string,
  { mends = true, repaired = () => {} }: OpenOptions = {},
): Promise<LevelStorage> {
  const location = databaseIn(dataDir)
  await mkdir(location, { recursive: true })
  const open = () => openDatabase(location, mends ? repaired : undefined)
  let db = await open()
  try {
    const found = await readFormat(db)
    if (found > format)
      throw new Error(`What is kept in ${dataDir} was written by a newer version of this program.`)
    if (found < format && mends) await db.put(formatKey, toJson(format), durable)
  } catch (error) {
    await db.close()
    throw error
  }

  const write = (operations: Operation[]) => {
    const [first, ...others] = operations
    // One alone, as most updates come, costs half of what a batch of one does.
    if (first?.type === 'put' && others.length === 0) return db.put(first.key, first.value, durable)
    return db.batch(operations, durable)
  }
  const keysUnder = (prefix: string) => db.keys(under(prefix)).all()
  const inTurn = queueByKey()
  /** What is to be told of entries under way when they are on disk. */
  const written = new WeakMap<LogEntry, () => void>()
  /** When rooms last changed, by key: as long as that is not on disk, or they are open. */
  const changedAt = new Map<string, ChangeTime>()
  const getRecord = async (key: string): Promise<unknown> => {
    const value = await db.get(`rec!${key}`)
    return value && fromJson(value)
  }

  return {
    async openLog(sessionId, room): Promise<RoomLog> {
      const [stored, log] = await Promise.all([
        db.get(`snap!${sessionId}!${room}`),
        db.iterator(under(`log!${sessionId}!${room}`)).all(),
      ]).catch((error: unknown) => {
        throw isCorruption(error) ? new RoomDamaged('the database cannot read it', { cause: error }) : error
      })
      const snapshot = stored && readSnapshot(stored)
      const covered = snapshot?.upTo ?? 0
      const entries = log
        .map(([key, update]) => ({ sessionId, room, update, at: 0, seq: seqIn(key) }))
        .filter(({ seq }) => seq > covered)
      let last = entries.at(-1)?.seq ?? covered
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
        unsettled: () => nobodyElse,
        close() {
          follower = undefined
          const key = roomKey({ sessionId, room })
          const time = changedAt.get(key)
          if (time?.last === time?.onDisk) changedAt.delete(key)
        },
      }
    },

    async append(entries) {
      const operations: Operation[] = []
      const changed = new Map<string, number>()
      for (const entry of entries) {
        operations.push({ type: 'put', key: logKey(entry), value: entry.update })
        changed.set(roomKey(entry), entry.at)
      }
      const due: [ChangeTime, number][] = []
      for (const [key, at] of changed) {
        const time = changedAt.get(key) ?? { last: 0, onDisk: 0, isKnown: false }
        changedAt.set(key, time)
        const isDue = time.isKnown || Math.abs(at - time.onDisk) >= changedAtStep
        time.last = time.isKnown ? Math.max(at, time.last + 1) : at
        time.isKnown = false
        if (!isDue) continue
        operations.push({ type: 'put', key, value: toJson(time.last) })
        due.push([time, time.last])
      }
      await write(operations)
      for (const [time, at] of due) time.onDisk = at
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
      return found.map(([key, value]) => {
        const time = changedAt.get(key)
        if (time) time.isKnown = true
        return {
          room: key.slice(key.lastIndexOf('!') + 1) as RoomName,
          // Where the time cannot be read, nobody shall take the room for an old one.
          changedAt: time?.last ?? Number(soundJson(value) ?? Date.now()),
        }
      })
    },

    async deleteRooms(sessionId) {
      for (const kind of ['log', 'snap', 'room', 'aside']) {
        const keys = await keysUnder(`${kind}!${sessionId}`)
        for (const key of keys) changedAt.delete(key)
        await write(keys.map((key) => ({ type: 'del', key })))
      }
    },

    async weighRooms(sessionId) {
      const weights = new Map<RoomName, number>()
      const weigh = async (kind: 'snap' | 'log', bytesOf: (value: Uint8Array) => number) => {
        for await (const [key, value] of db.iterator(under(`${kind}!${sessionId}`))) {
          const room = key.split('!', 3)[2] as RoomName
          weights.set(room, (weights.get(room) ?? 0) + bytesOf(value))
        }
      }
      await weigh('snap', bytesOfSnapshot)
      await weigh('log', ({ length }) => length)
      return weights
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
      return found.flatMap(([key, bytes]) => {
        // One that is damaged must not stand before the others.
        const value = soundJson(bytes)
        return value === undefined ? [] : [{ key: key.slice('rec!'.length), value }]
      })
    },
    entries: () => db.iterator(),

    check: () => write([putOf('written', Date.now())]),
    async reopen() {
      // After a failed write LevelDB refuses all others until it is opened anew.
      await db.close()
      db = await open()
    },
    async close() {
      const late = [...changedAt].filter(([, { last, onDisk }]) => last !== onDisk)
      // Nobody waits for these to be durable, and without them only the time of the last second is missing.
      await db
        .batch(late.map(([key, { last }]) => ({ type: 'put', key, value: toJson(last) })))
        .catch(() => {})
      await db.close()
    },
  }
}

async function openDatabase(location: string, repaired: (() => void) | undefined): Promise<Database> {
  try {
    return await openSound(location)
  } catch (error) {
    if (!repaired || !isCorruption(error)) throw error
    await ClassicLevel.repair(location)
    repaired()
    return await openSound(location)
  }
}

async function openSound(location: string): Promise<Database> {
  // LevelDB would take it for a new one, and clear away what is there.
  if (await hasLostItsHead(location))
    throw Object.assign(new Error('the database has lost its beginning'), { code: 'LEVEL_CORRUPTION' })
  const db: Database = new ClassicLevel(location, { keyEncoding: 'utf8', valueEncoding: 'view' })
  await db.open()
  return db
}

async function hasLostItsHead(location: string): Promise<boolean> {
  const files = await readdir(location)
  return !files.includes('CURRENT') && files.some((name) => /\.(ldb|sst|log)$/.test(name))
}

async function readFormat(db: Database): Promise<number> {
  const stored = await db.get(formatKey)
  return stored ? Number(soundJson(stored) ?? format) : 1
}

/** LevelDB's own code for why a database did not open, e.g. `LEVEL_LOCKED` while another process has it. */
export function causeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

/** True when the database found that what is on the disk is not what it wrote. */
export function isCorruption(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'LEVEL_CORRUPTION' || causeOf(error) === 'LEVEL_CORRUPTION'
}

/** All keys that begin with `prefix!`; `"` is the character after `!`. */
function under(prefix: string): { gt: string; lt: string } {
  return { gt: `${prefix}!`, lt: `${prefix}"` }
}

function logKey({ sessionId, room, seq }: Pick<LogEntry, 'sessionId' | 'room' | 'seq'>): string {
  if (seq === undefined) throw new Error('an entry without a number cannot be stored')
  return `log!${sessionId}!${room}!${seq.toString(36).padStart(10, '0')}`
}

const roomKey = ({ sessionId, room }: Pick<LogEntry, 'sessionId' | 'room'>) => `room!${sessionId}!${room}`
const seqIn = (key: string) => parseInt(key.slice(key.lastIndexOf('!') + 1), 36)

function writeSnapshot({ upTo, content, stateVector }: Snapshot): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, upTo)
  writeVarUint8Array(encoder, stateVector)
  writeVarUint8Array(encoder, content)
  writeUint32(encoder, crc32(toUint8Array(encoder)))
  return toUint8Array(encoder)
}

/** Throws {@link RoomDamaged} when the bytes are not those that were written. */
export function readSnapshot(stored: Uint8Array): Snapshot {
  try {
    const decoder = createDecoder(stored)
    const upTo = readVarUint(decoder)
    const stateVector = readVarUint8Array(decoder).slice()
    const content = readVarUint8Array(decoder)
    const read = decoder.pos
    // Snapshots of the first versions end without a checksum.
    if (!hasContent(decoder) || readUint32(decoder) === crc32(stored.subarray(0, read)))
      return { upTo, stateVector, content }
  } catch {
    // Said below.
  }
  throw new RoomDamaged('the snapshot is not what was written')
}

/** Of the content as an update; of one that is damaged, what lies there. */
function bytesOfSnapshot(stored: Uint8Array): number {
  try {
    return lengthOfContent(readSnapshot(stored).content)
  } catch {
    return stored.length
  }
}

const putOf = (key: string, value: unknown): Operation => ({
  type: 'put',
  key: `rec!${key}`,
  value: toJson(value),
})
const deletionOf = (key: string): Operation => ({ type: 'del', key: `rec!${key}` })

const toJson = (value: unknown): Uint8Array => utf8.encode.encode(JSON.stringify(value))
const fromJson = (value: Uint8Array): unknown => JSON.parse(utf8.decode.decode(value))

/** Undefined when it is none. */
function soundJson(value: Uint8Array): unknown {
  try {
    return fromJson(value)
  } catch {
    return undefined
  }
}

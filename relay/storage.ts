// What the relay asks of its storage, small enough that another database can take LevelDB's place.
import type { RoomName } from '../shared/relay/roles'

/** One accepted update, on its way into its room's log or in it. */
export interface LogEntry {
  readonly sessionId: string
  readonly room: RoomName
  readonly update: Uint8Array
  /** ms since 1970. */
  readonly at: number
  /** The member whose page made it, where several relays must know. */
  readonly author?: string | undefined
  /** Counts from 1 within its room and never goes back; the storage gives it, at the latest when it is on disk. */
  seq: number | undefined
}

/** Everything up to and with `upTo`, merged. */
export interface Snapshot {
  upTo: number
  /** As `content.ts` writes it. */
  content: Uint8Array
  stateVector: Uint8Array
}

/** Hears what happens to a room's log, in the order of the log. */
export interface LogFollower {
  /** Another relay has accepted an update; it need not be on disk yet. */
  came(entry: LogEntry): void
  /** Every entry up to `seq` is on disk, and has come or is this relay's own. */
  reached(seq: number): void
  /** A snapshot that another relay wrote covers the log up to `seq`. */
  covered(seq: number): void
}

/** The log of a room that is open in this relay. */
export interface RoomLog {
  readonly snapshot: Snapshot | undefined
  /** What came after the snapshot, in order. */
  readonly entries: readonly LogEntry[]
  /** Begins to tell what came after `entries`; until then it waits. */
  follow(follower: LogFollower): void
  /** An entry to be given to `append` in the order of these calls. Other relays may hear of it at once. */
  newEntry(update: Uint8Array, author?: string): LogEntry
  /**
   * What other relays have accepted and is not known to be on disk. Whatever is acknowledged here may build on it, so it
   * is to be given to `append` before.
   */
  unsettled(): readonly LogEntry[]
  close(): void
}

/** What is stored of a room cannot be read, so nothing may be built on it. */
export class RoomDamaged extends Error {}

/** A storage beyond a network cannot be reached just now. It comes back by itself, and nothing is lost meanwhile. */
export class StorageAway extends Error {}

export interface Storage {
  /** Reads what is stored of a room. Throws {@link RoomDamaged} when that is not sound. */
  openLog(sessionId: string, room: RoomName): Promise<RoomLog>
  /**
   * Durable when it resolves: the bytes are on the disk, all of them or none. Throws when they cannot be stored; while
   * a storage beyond a network cannot be reached, it waits.
   */
  append(entries: readonly LogEntry[]): Promise<void>
  /** Durable; then the log up to `snapshot.upTo` is dropped. Does nothing when a later one is there. */
  putSnapshot(sessionId: string, room: RoomName, snapshot: Snapshot): Promise<void>
  /** Puts an update that cannot be applied aside, out of the log, for whoever looks into it. It must have a `seq`. */
  setAside(entry: LogEntry): Promise<void>
  /** Rooms with content, and when each last changed (ms since 1970, within a second). */
  listRooms(sessionId: string): Promise<{ room: RoomName; changedAt: number }[]>
  deleteRooms(sessionId: string): Promise<void>
  /** About how many bytes of updates are stored of each room with content, unpacked. Takes as long as reading them, at the most. */
  weighRooms(sessionId: string): Promise<Map<RoomName, number>>

  /** Small JSON records by key. Keys are made of parts joined by `!`. Writes are durable when they resolve. */
  getRecord(key: string): Promise<unknown>
  putRecords(records: readonly { key: string; value: unknown }[]): Promise<void>
  deleteRecords(keys: readonly string[]): Promise<void>
  /**
   * Puts what `change` makes of the record in its place, with nobody else's change in between, whichever relay makes
   * it. `change` is given the stored value (undefined: there is none) and gives the new one: undefined deletes the
   * record, the same object leaves it. It may be called several times and must have no effect but its answer; the last
   * call counts. Gives what stands afterwards.
   */
  updateRecord<T>(key: string, change: (stored: T | undefined) => T | undefined): Promise<T | undefined>
  /** Records whose key begins with `prefix!`, in the order of their keys. */
  listRecords(prefix: string): Promise<{ key: string; value: unknown }[]>

  /** Shows that updates can be stored by storing something; throws when they cannot, or {@link StorageAway}. */
  check(): Promise<void>
  /** Tries to come back after a failed write. */
  reopen(): Promise<void>
  close(): Promise<void>
}

/** The part that keeps small records. */
export type Records = Pick<
  Storage,
  'getRecord' | 'putRecords' | 'deleteRecords' | 'updateRecord' | 'listRecords'
>

// What the relay asks of its storage, small enough that another database can take LevelDB's place.
import type { RoomName } from '../shared/relay/roles'

/** One accepted update. `seq` counts from 1 within its room and never goes back. */
export interface LogEntry {
  sessionId: string
  room: RoomName
  seq: number
  update: Uint8Array
  /** ms since 1970. */
  at: number
}

/** Everything up to and with `upTo`, merged into one update. */
export interface Snapshot {
  upTo: number
  update: Uint8Array
  stateVector: Uint8Array
}

export interface StoredRoom {
  snapshot: Snapshot | undefined
  /** What came after the snapshot, in order. */
  log: { seq: number; update: Uint8Array }[]
}

export interface Storage {
  /** Durable when it resolves: the bytes are on the disk, all of them or none. */
  append(entries: readonly LogEntry[]): Promise<void>
  readRoom(sessionId: string, room: RoomName): Promise<StoredRoom>
  /** Durable; the log up to `snapshot.upTo` is dropped in the same stroke. */
  putSnapshot(sessionId: string, room: RoomName, snapshot: Snapshot): Promise<void>
  /** Puts an update that cannot be applied aside, out of the log, for whoever looks into it. */
  setAside(sessionId: string, room: RoomName, seq: number, update: Uint8Array): Promise<void>
  /** Rooms with content, and when each last changed (ms since 1970). */
  listRooms(sessionId: string): Promise<{ room: RoomName; changedAt: number }[]>
  deleteRooms(sessionId: string): Promise<void>

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

  /** Tries to come back after a failed write. */
  reopen(): Promise<void>
  close(): Promise<void>
}

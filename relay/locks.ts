// Which rooms a facilitator has locked for participants; `all` is the whole session.
import type { Locked, RoomName } from '../shared/relay/roles'
import type { Storage } from './storage'

export type Lockable = RoomName | 'all'

export interface Locks {
  set(sessionId: string, room: Lockable, locked: boolean): Promise<void>
  list(sessionId: string): Promise<Lockable[]>
  of(sessionId: string, room: RoomName): Promise<Locked>
  deleteAll(sessionId: string): Promise<void>
}

export function keepLocks(storage: Storage): Locks {
  const keyOf = (sessionId: string, room: Lockable) => `lock!${sessionId}!${room}`
  const isSet = async (sessionId: string, room: Lockable) =>
    (await storage.getRecord(keyOf(sessionId, room))) === true
  const list = async (sessionId: string) =>
    (await storage.listRecords(`lock!${sessionId}`)).map(
      ({ key }) => key.slice(key.lastIndexOf('!') + 1) as Lockable,
    )
  return {
    set: (sessionId, room, locked) =>
      locked
        ? storage.putRecords([{ key: keyOf(sessionId, room), value: true }])
        : storage.deleteRecords([keyOf(sessionId, room)]),
    list,
    of: async (sessionId, room) => ({
      room: await isSet(sessionId, room),
      session: await isSet(sessionId, 'all'),
    }),
    deleteAll: async (sessionId) =>
      storage.deleteRecords((await list(sessionId)).map((room) => keyOf(sessionId, room))),
  }
}

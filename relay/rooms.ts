// Rooms for the program around the relay: the library reads and writes them like one more, trusted, client.
import { isRoomName } from '../shared/relay/roles'
import type { Merger } from './merger'
import type { Rooms, Sessions } from './relay'
import type { Room } from './room'
import type { RoomHub } from './roomHub'
import { takeSeat } from './seat'
import type { Storage } from './storage'
import { checkUpdate } from './updates'

export interface RoomsNeeds {
  storage: Storage
  hub: RoomHub
  sessions: Sessions
  merger: Merger
  /** Nothing that this room holds in memory may be trusted. */
  storageFailed(room: Room): void
}

export function serveRooms(needs: RoomsNeeds): Rooms {
  const { storage, hub, sessions } = needs
  return {
    list: async (sessionId) => (await storage.listRooms(sessionId)).map(({ room }) => room),
    async read(sessionId, name) {
      const room = await hub.acquire(sessionId, name)
      try {
        return await room.read()
      } finally {
        hub.release(room)
      }
    },
    async write(sessionId, name, update) {
      if (!isRoomName(name)) throw new Error(`no room can be named ${String(name)}`)
      const checked = checkUpdate(new Uint8Array(update))
      if (!checked) throw new Error('Yjs cannot decode this update')
      if (checked.isEmpty) return
      const room = await hub.acquire(sessionId, name)
      try {
        if (!room.hasSpaceFor(update.length)) throw new Error('the room has reached its size limit')
        await new Promise<void>((resolve, reject) =>
          room.accept(checked, undefined, (error) => (error ? reject(error) : resolve())),
        )
      } finally {
        hub.release(room)
      }
    },
    async changedAt(sessionId) {
      return (await sessions.read(sessionId))?.changedAt ?? 0
    },
    sit: async (sessionId, name, peer) => takeSeat(await hub.acquire(sessionId, name), peer, needs),
    split: (update, bytes) => needs.merger.run('split', update, bytes),
    onOpen: hub.onOpen,
  }
}

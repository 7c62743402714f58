// Rooms for the program around the relay: the library reads and writes them like one more, trusted, client.
import { isRoomName } from '../shared/relay/roles'
import type { Rooms, Sessions } from './relay'
import type { RoomHub } from './roomHub'
import type { Storage } from './storage'
import { checkUpdate } from './updates'

export function serveRooms(storage: Storage, hub: RoomHub, sessions: Sessions): Rooms {
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
  }
}

// Rooms for the program around the relay: the library reads and writes them like one more, trusted, client.
import { sentenceOf } from '../shared/relay/closeCodes'
import { isRoomName } from '../shared/relay/roles'
import { OutOfSpace } from './diskWatch'
import type { Verdict } from './judgeUpdate'
import type { Merger } from './merger'
import type { Rooms, Sessions } from './relay'
import type { Room } from './room'
import type { RoomHub } from './roomHub'
import { takeSeat } from './seat'
import type { Storage } from './storage'

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
      const room = await hub.acquire(sessionId, name)
      try {
        await new Promise<void>((resolve, reject) => {
          const settled = (error?: Error) => (error ? reject(error) : resolve())
          const take = (verdict: Verdict) => {
            if (verdict.kind === 'refused') return reject(new Error('Yjs cannot decode this update'))
            if (verdict.isLacking) return reject(new Error('the room lacks what this update builds on'))
            if (verdict.update.isEmpty) return resolve()
            const full = room.fullFor(verdict.update)
            if (full === 'diskFull') return reject(new OutOfSpace())
            if (full) return reject(new Error(sentenceOf(full)))
            room.accept(verdict.update, undefined, settled)
          }
          room.judge(undefined, new Uint8Array(update), take)?.catch(reject)
        })
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

// Which rooms are open: loaded with the first user, given back some time after the last.
import type { Logger } from 'pino'
import type { Limits } from '../shared/relay/limits'
import type { Locked, RoomName } from '../shared/relay/roles'
import type { Committer } from './committer'
import type { Disk } from './diskWatch'
import type { Merger } from './merger'
import type { Neighbours } from './neighbours'
import type { Quotas } from './quotas'
import { openRoom, type Room } from './room'
import { loadContent } from './roomContent'
import type { Storage } from './storage'

/** An unused room stays for so long (ms): pages are left and come back to. */
const lingerMs = 2000
/** At the end rooms get snapshots for so long (ms); those whose turn does not come keep their logs. */
const tidyAtEndMs = 5000

export interface RoomHub {
  /** Every `acquire` that resolves wants its `release`. Throws when the room cannot be loaded. */
  acquire(sessionId: string, room: RoomName): Promise<Room>
  release(room: Room): void
  /** Rooms of a session that are open now. */
  openIn(sessionId: string): Promise<Room[]>
  openCount(): number
  /** Calls back whenever a room is loaded; returns the way to stop that. */
  onOpen(opened: (sessionId: string, room: RoomName) => void): () => void
  /** Resolves when everything accepted so far is on disk. */
  whenSettled(): Promise<void>
  /** Forgets rooms without writing: what they hold may not be what is on disk. */
  drop(rooms: Iterable<Room>): void
  /** Gives all rooms back; writes snapshots for no longer than `tidyFor` (ms). */
  close(tidyFor?: number): Promise<void>
}

interface Held {
  room: Promise<Room>
  loaded?: Room
  users: number
  timer?: ReturnType<typeof setTimeout>
}

export interface HubNeeds {
  storage: Storage
  committer: Committer
  merger: Merger
  limits: Limits
  log: Logger
  lockedIn(sessionId: string, room: RoomName): Promise<Locked>
  quotas: Quotas
  disk: Disk
  /** Other relays that serve the same sessions. */
  neighbours?: Neighbours | undefined
}

export function openHub(needs: HubNeeds): RoomHub {
  const held = new Map<string, Held>()
  const openings = new Set<(sessionId: string, room: RoomName) => void>()
  const keyOf = (sessionId: string, room: RoomName) => `${sessionId}!${room}`

  const settled = () =>
    new Promise<void>((resolve, reject) => {
      needs.committer.commit([], (error) => (error ? reject(error) : resolve()))
    })
  const load = async (sessionId: string, name: RoomName): Promise<Room> => {
    const { storage, merger, log, committer, limits, quotas, disk, neighbours } = needs
    const [content, locked] = await Promise.all([
      loadContent({ sessionId, room: name, storage, merger, log, settled }),
      needs.lockedIn(sessionId, name),
    ])
    const forget = (room: Room) => drop([room])
    return openRoom({ sessionId, name, content, committer, limits, quotas, disk, locked, neighbours, forget })
  }
  const giveBack = async (key: string, entry: Held, tidies = true) => {
    const room = await entry.room
    try {
      if (tidies) await room.tidy()
    } catch (error) {
      needs.log.error({ reason: String(error) }, 'snapshot failed')
    }
    // Nothing may still be on its way to the disk, or loading it again would miss it.
    await settled().catch(() => {})
    if (entry.users > 0 || held.get(key) !== entry) return
    held.delete(key)
    room.stop()
  }

  const drop = (rooms: Iterable<Room>): void => {
    for (const room of rooms) {
      const key = keyOf(room.sessionId, room.name)
      const entry = held.get(key)
      if (entry?.loaded === room) {
        clearTimeout(entry.timer)
        held.delete(key)
      }
      room.stop()
    }
  }

  return {
    async acquire(sessionId, name) {
      const key = keyOf(sessionId, name)
      let entry = held.get(key)
      if (!entry) {
        entry = { room: load(sessionId, name), users: 0 }
        held.set(key, entry)
        for (const opened of openings) opened(sessionId, name)
      }
      clearTimeout(entry.timer)
      entry.users++
      try {
        return (entry.loaded = await entry.room)
      } catch (error) {
        if (held.get(key) === entry) held.delete(key)
        throw error
      }
    },
    release(room) {
      const key = keyOf(room.sessionId, room.name)
      const entry = held.get(key)
      if (entry?.loaded !== room || --entry.users > 0) return
      entry.timer = setTimeout(() => void giveBack(key, entry), lingerMs).unref()
    },
    async openIn(sessionId) {
      const mine = [...held].filter(([key]) => key.startsWith(`${sessionId}!`))
      const rooms = await Promise.all(mine.map(([, { room }]) => room.catch(() => undefined)))
      return rooms.filter((room) => room !== undefined)
    },
    openCount: () => held.size,
    onOpen(opened) {
      openings.add(opened)
      return () => void openings.delete(opened)
    },
    whenSettled: settled,
    drop,
    async close(tidyFor = tidyAtEndMs) {
      const end = performance.now() + tidyFor
      for (const [key, entry] of held) {
        clearTimeout(entry.timer)
        entry.users = 0
        await giveBack(key, entry, performance.now() < end).catch(() => {})
      }
    },
  }
}

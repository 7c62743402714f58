// Rooms' logs as streams in Redis, with their snapshots in Postgres: several relays write them at once.
import type { RoomName } from '../../shared/relay/roles'
import { StorageAway, type Storage } from '../storage'
import { defineAppend, type RoomPart } from './appendScript'
import type { Feed } from './feed'
import { keysOf, sessionKeysOf } from './keys'
import { writeNews } from './news'
import { isRedisAway, type RedisLinks } from './redis'
import { openRoomLog, type SharedEntry } from './roomLog'
import type { Snapshots } from './snapshots'

type Logs = Pick<
  Storage,
  'openLog' | 'append' | 'putSnapshot' | 'setAside' | 'listRooms' | 'deleteRooms' | 'weighRooms' | 'check'
>

export interface SharedLogs extends Logs {
  /** Whoever waits for Redis waits no longer. */
  giveUp(): void
}

/** So much goes to Redis in one stroke, during which nobody else is served there. */
const most = { entries: 500, bytes: 4 * 1024 * 1024 }
/** So long (ms) until Redis is tried again. */
const again = 100
/** What was under way when a session was deleted has come by then (s). */
const deletedFor = 24 * 60 * 60

export function shareLogs(links: RedisLinks, feed: Feed, snapshots: Snapshots): SharedLogs {
  const { speaks, prefix } = links
  const appendToLogs = defineAppend(speaks)
  let hasGivenUp = false

  const partsOf = (entries: readonly SharedEntry[]): { parts: RoomPart[]; inOrder: SharedEntry[] } => {
    const byRoom = new Map<string, SharedEntry[]>()
    for (const entry of entries) {
      const key = `${entry.sessionId}!${entry.room}`
      const those = byRoom.get(key)
      if (those) those.push(entry)
      else byRoom.set(key, [entry])
    }
    const parts = [...byRoom.values()].map((those): RoomPart => {
      const { sessionId, room } = those[0]!
      return {
        keys: { ...keysOf(prefix, sessionId, room), ...sessionKeysOf(prefix, sessionId) },
        room,
        at: those.at(-1)!.at,
        known: Math.max(...those.map((entry) => entry.reached())),
        entries: those.map(({ writer, number, update, author, isOwn }) => ({
          writer,
          number,
          update,
          author,
          isBrought: !isOwn,
        })),
      }
    })
    return { parts, inOrder: [...byRoom.values()].flat() }
  }
  /** Again and again until Redis has answered. */
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (!isRedisAway(error) || hasGivenUp) throw error
        await new Promise((resolve) => setTimeout(resolve, again))
      }
    }
  }

  return {
    openLog: (sessionId, room) => openRoomLog({ links, feed, snapshots, sessionId, room }),

    async append(entries) {
      for (const stroke of strokes(entries as readonly SharedEntry[])) {
        const { parts, inOrder } = partsOf(stroke)
        const numbers = await insist(() => appendToLogs(parts))
        for (const [index, seq] of numbers.entries()) if (seq > 0) inOrder[index]!.seq ??= seq
      }
    },

    async putSnapshot(sessionId, room, snapshot) {
      if (!(await snapshots.put(sessionId, room, snapshot))) return
      const { log, channel } = keysOf(prefix, sessionId, room)
      await speaks.xtrim(log, 'MINID', `${snapshot.upTo + 1}-0`)
      await feed.say(channel, writeNews({ kind: 'covered', seq: snapshot.upTo }))
    },

    async setAside({ sessionId, room, seq, update }) {
      if (seq === undefined) throw new Error('an entry without a number cannot be set aside')
      await snapshots.setAside(sessionId, room, seq, update)
      await speaks.xdel(keysOf(prefix, sessionId, room).log, `${seq}-0`)
    },

    async listRooms(sessionId) {
      const [tidied, changed] = await Promise.all([
        snapshots.list(sessionId),
        speaks.hgetall(sessionKeysOf(prefix, sessionId).rooms),
      ])
      const rooms = new Map(tidied.map(({ room, changedAt }) => [room, changedAt]))
      for (const [room, at] of Object.entries(changed)) rooms.set(room as never, Number(at))
      return [...rooms].map(([room, changedAt]) => ({ room, changedAt }))
    },

    async deleteRooms(sessionId) {
      const { rooms, deleted } = sessionKeysOf(prefix, sessionId)
      await speaks.set(deleted, 1, 'EX', deletedFor)
      const names = (await this.listRooms(sessionId)).map(({ room }) => room)
      await snapshots.deleteAll(sessionId)
      const keys = names.flatMap((name) => {
        const { log, last, writers } = keysOf(prefix, sessionId, name)
        return [log, last, writers]
      })
      await speaks.del(rooms, ...keys)
    },

    async weighRooms(sessionId) {
      const [weights, changed] = await Promise.all([
        snapshots.weigh(sessionId),
        speaks.hkeys(sessionKeysOf(prefix, sessionId).rooms),
      ])
      const rooms = changed as RoomName[]
      const logs = await Promise.all(
        rooms.map((room) => speaks.memory('USAGE', keysOf(prefix, sessionId, room).log)),
      )
      for (const [index, room] of rooms.entries())
        weights.set(room, (weights.get(room) ?? 0) + (logs[index] ?? 0))
      return weights
    },

    async check() {
      try {
        await speaks.set(`${prefix}written`, Date.now())
      } catch (error) {
        throw isRedisAway(error) ? new StorageAway('Redis cannot be reached', { cause: error }) : error
      }
    },

    giveUp: () => void (hasGivenUp = true),
  }
}

function* strokes(entries: readonly SharedEntry[]): Generator<SharedEntry[]> {
  let stroke: SharedEntry[] = []
  let bytes = 0
  // What other relays accepted may be given several times, and may have got into the log meanwhile.
  for (const entry of new Set(entries)) {
    if (entry.seq !== undefined) continue
    stroke.push(entry)
    bytes += entry.update.length
    if (stroke.length < most.entries && bytes < most.bytes) continue
    yield stroke
    stroke = []
    bytes = 0
  }
  if (stroke.length > 0) yield stroke
}

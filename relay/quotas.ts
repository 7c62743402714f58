// What each session takes up, against what it may: counted in memory while one of its rooms is open, so that no update
// waits for the disk to be asked.
import type { Logger } from 'pino'
import type { StoredAsset } from '../shared/relay/api'
import type { Limits } from '../shared/relay/limits'
import type { Shortage } from '../shared/relay/messages'
import type { RoomName } from '../shared/relay/roles'
import type { Storage } from './storage'

/** What stands against more bytes in a room. */
export type Full = 'roomFull' | 'sessionFull' | 'diskFull'

/** The quotas as an open room sees them. */
export interface RoomQuota {
  /** Names what stands against `more` bytes beside the `size` that the room holds. */
  stops(size: number, more: number): Full | undefined
  /** The room holds `size` bytes now. */
  count(size: number): void
  /** What is short here, in a fixed order. */
  shortages(): readonly Shortage[]
  close(): void
}

export interface Quotas {
  /** @param changed what is short is something else than before. */
  openRoom(sessionId: string, room: RoomName, changed: () => void): RoomQuota
  /** Bytes of all rooms of a session. */
  roomBytes(sessionId: string): Promise<number>
  /** Pictures were added, here or by another relay. */
  picturesChanged(sessionId: string): Promise<void>
  stop(): void
}

export interface QuotaNeeds {
  storage: Pick<Storage, 'weighRooms' | 'listRecords'>
  limits: Limits
  log: Logger
  /** Other relays write to the same sessions: what they write is looked up from time to time. */
  isShared: boolean
}

/** What other relays write is looked up so often (ms). */
const weighEvery = 20_000
/** So long (ms) a session in which no room is open stays weighed. */
const keptFor = 20_000
/** What was short is so until there is this much more left (percent). */
const easedBy = 5

interface Tally {
  sessionId: string
  /** Bytes by room. */
  rooms: Map<RoomName, number>
  roomBytes: number
  pictures: number
  pictureBytes: number
  short: readonly Shortage[]
  open: Map<RoomName, () => void>
  weighed: Promise<void>
}

export function keepQuotas({ storage, limits, log, isShared }: QuotaNeeds): Quotas {
  const tallies = new Map<string, Tally>()

  const isShort = (value: number, limit: number, was: boolean) =>
    value * 100 >= limit * (limits.warnPercent - (was ? easedBy : 0))
  /** Looks whether something else is short in the session, and tells every room of it. */
  const look = (tally: Tally) => {
    const { rooms, roomBytes, pictures, pictureBytes, short } = tally
    const is = (what: Shortage, value: number, limit: number) => isShort(value, limit, short.includes(what))
    const now: Shortage[] = []
    if (is('session', roomBytes + pictureBytes, limits.sessionBytes)) now.push('session')
    if (is('rooms', rooms.size, limits.roomsPerSession)) now.push('rooms')
    if (
      is('pictures', pictures, limits.assetsPerSession) ||
      is('pictures', pictureBytes, limits.assetBytesPerSession)
    )
      now.push('pictures')
    if (now.join() === short.join()) return
    tally.short = now
    for (const changed of tally.open.values()) changed()
  }
  const put = (tally: Tally, room: RoomName, bytes: number) => {
    tally.roomBytes += bytes - (tally.rooms.get(room) ?? 0)
    tally.rooms.set(room, bytes)
  }
  const countPictures = async (tally: Tally) => {
    const pictures = (await storage.listRecords(`asset!${tally.sessionId}`)) as { value: StoredAsset }[]
    tally.pictures = pictures.length
    tally.pictureBytes = pictures.reduce((sum, { value }) => sum + value.bytes, 0)
  }
  const weigh = async (tally: Tally) => {
    const [weights] = await Promise.all([storage.weighRooms(tally.sessionId), countPictures(tally)])
    // What a room that is open here holds is known better here.
    for (const [room, bytes] of weights) if (!tally.open.has(room)) put(tally, room, bytes)
    look(tally)
  }
  const weighAndLog = (tally: Tally) =>
    weigh(tally).catch((error: Error) =>
      log.warn({ sessionId: tally.sessionId, reason: error.message }, 'the session could not be weighed'),
    )
  const timer = isShared
    ? setInterval(() => {
        for (const tally of tallies.values()) void weighAndLog(tally)
      }, weighEvery).unref()
    : undefined

  const tallyOf = (sessionId: string): Tally => {
    const known = tallies.get(sessionId)
    if (known) return known
    const tally: Tally = {
      sessionId,
      rooms: new Map(),
      roomBytes: 0,
      pictures: 0,
      pictureBytes: 0,
      short: [],
      open: new Map(),
      weighed: Promise.resolve(),
    }
    tallies.set(sessionId, tally)
    tally.weighed = weighAndLog(tally)
    return tally
  }

  const forget = (tally: Tally) => {
    if (tally.open.size === 0 && tallies.get(tally.sessionId) === tally) tallies.delete(tally.sessionId)
  }

  return {
    openRoom(sessionId, room, changed) {
      const tally = tallyOf(sessionId)
      let counted = tally.rooms.get(room) ?? 0
      let isShortHere = false
      tally.open.set(room, changed)
      put(tally, room, counted)
      return {
        stops(size, more) {
          if (size + more > limits.roomBytes) return 'roomFull'
          const all = tally.roomBytes - counted + size + tally.pictureBytes
          return all + more > limits.sessionBytes ? 'sessionFull' : undefined
        },
        count(size) {
          if (size === counted) return
          put(tally, room, size)
          counted = size
          const was = isShortHere
          isShortHere = isShort(size, limits.roomBytes, was)
          if (was !== isShortHere) changed()
          look(tally)
        },
        shortages: () => (isShortHere ? ['room', ...tally.short] : tally.short),
        close() {
          tally.open.delete(room)
          if (counted === 0) tally.rooms.delete(room)
          forget(tally)
        },
      }
    },
    async roomBytes(sessionId) {
      const tally = tallyOf(sessionId)
      // Where nobody has a room open, it is not weighed for each picture of many.
      if (tally.open.size === 0) setTimeout(() => forget(tally), keptFor).unref()
      await tally.weighed
      return tally.roomBytes
    },
    async picturesChanged(sessionId) {
      const tally = tallies.get(sessionId)
      if (!tally) return
      await countPictures(tally)
      look(tally)
    },
    stop: () => clearInterval(timer),
  }
}

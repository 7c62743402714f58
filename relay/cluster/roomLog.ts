// The log of one room, shared by all relays that have the room open. What each of them accepts reaches the others at
// once ("fresh"); that it is in the log, and where, they hear from Redis ("kept"). Whatever is missed is read there.
import type { RoomName } from '../../shared/relay/roles'
import { unpackContent } from '../content'
import { newId } from '../secrets'
import type { LogEntry, LogFollower, RoomLog, Snapshot } from '../storage'
import type { Feed } from './feed'
import { keysOf, type RoomKeys } from './keys'
import { readNews, writeNews, type News, type Signature } from './news'
import type { RedisLinks } from './redis'
import type { Snapshots } from './snapshots'
import { unsigned } from './appendScript'

/** An entry with its signature, and the log it was made for. */
export interface SharedEntry extends LogEntry, Signature {
  /** The relay that has it here accepted it itself. */
  readonly isOwn: boolean
  /** Numbers up to this are known to be given. */
  reached(): number
}

export interface RoomLogNeeds {
  links: RedisLinks
  feed: Feed
  snapshots: Snapshots
  sessionId: string
  room: RoomName
}

/** Larger updates (bytes) are not sent ahead: the others read them in the log. */
const mostFresh = 64 * 1024
/** So many are read at once. */
const page = 1000
/** What is heard while catching up is thrown away beyond this: then catching up begins again. */
const mostWaiting = 2000
/** So long (ms) until catching up is tried again. */
const catchUpAgainAfter = 500

type Logged = Signature & { seq: number; update: Uint8Array; author?: string | undefined }

export async function openRoomLog(needs: RoomLogNeeds): Promise<RoomLog> {
  const { feed, snapshots, sessionId, room } = needs
  const redis = needs.links.speaks
  const keys = keysOf(needs.links.prefix, sessionId, room)
  const writer = newId()
  let given = 0
  const own = new Map<number, SharedEntry>()
  /** Of other relays, and not known to be in the log. */
  const early = new Map<string, SharedEntry>()
  /** By writer: number of the last update known to be in the log. */
  const kept = new Map<string, number>()
  let reached = 0
  let follower: LogFollower | undefined
  let waiting: News[] = []
  let isCatchingUp = false
  let mustCatchUp = false
  let isClosed = false

  const nameOf = (signature: Signature) => `${signature.writer} ${signature.number}`
  const entryOf = (of: Signature & Pick<LogEntry, 'update' | 'author'> & { seq?: number }): SharedEntry => ({
    sessionId,
    room,
    writer: of.writer,
    number: of.number,
    update: of.update,
    author: of.author,
    at: Date.now(),
    seq: of.seq,
    isOwn: of.writer === writer,
    reached: () => reached,
  })
  const isHere = (signature: Signature) =>
    signature.writer === writer
      ? signature.number <= given
      : early.has(nameOf(signature)) || signature.number <= (kept.get(signature.writer) ?? 0)
  /** It is in the log as number `seq`. */
  const note = (signature: Signature, seq: number) => {
    const name = nameOf(signature)
    const entry = signature.writer === writer ? own.get(signature.number) : early.get(name)
    if (entry) entry.seq = seq
    early.delete(name)
    if (signature.writer === writer) own.delete(signature.number)
    else if (signature.writer !== unsigned)
      kept.set(signature.writer, Math.max(signature.number, kept.get(signature.writer) ?? 0))
  }

  const take = (news: News, by: LogFollower): void => {
    if (news.kind === 'fresh') {
      if (isHere(news)) return
      const entry = entryOf(news)
      early.set(nameOf(news), entry)
      by.came(entry)
    } else if (news.kind === 'kept') {
      for (const entry of news.entries) {
        if (entry.seq > reached + 1 || (entry.seq > reached && !isHere(entry))) return void catchUp(by)
        note(entry, entry.seq)
        reached = Math.max(reached, entry.seq)
      }
      by.reached(reached)
    } else if (news.kind === 'covered') by.covered(news.seq)
  }
  const hear = (message: Buffer) => {
    const news = readNews(message)
    if (!news || news.kind === 'presence' || news.kind === 'asks') return
    if (follower && !isCatchingUp) return take(news, follower)
    waiting.push(news)
    if (waiting.length < mostWaiting) return
    waiting = []
    mustCatchUp = true
  }

  /** Reads what is missing: from the log, and where that was cut off already, from the snapshot. */
  const readOn = async (by: LogFollower) => {
    const { last, entries } = await readLog(needs.links, keys, reached + 1)
    const isCut = entries.length > 0 ? entries[0]!.seq > reached + 1 : last > reached
    const snapshot = isCut ? await snapshots.read(sessionId, room) : undefined
    if (isClosed) return
    if (snapshot && snapshot.upTo > reached) {
      const update = unpackContent(snapshot.content)
      by.came(entryOf({ writer: unsigned, number: 0, update, seq: snapshot.upTo }))
      reached = snapshot.upTo
    }
    for (const logged of entries) {
      if (!isHere(logged) && logged.seq > reached) by.came(entryOf(logged))
      note(logged, logged.seq)
      reached = Math.max(reached, logged.seq)
    }
    by.reached(reached)
  }
  const catchUp = async (by: LogFollower) => {
    mustCatchUp = true
    if (isCatchingUp) return
    isCatchingUp = true
    while (mustCatchUp && !isClosed) {
      mustCatchUp = false
      try {
        await readOn(by)
      } catch {
        mustCatchUp = true
        await new Promise((resolve) => setTimeout(resolve, catchUpAgainAfter).unref())
      }
    }
    isCatchingUp = false
    takeWaiting(by)
  }
  const takeWaiting = (by: LogFollower) => {
    const heard = waiting
    waiting = []
    for (const news of heard) {
      if (isCatchingUp) waiting.push(news)
      else take(news, by)
    }
  }

  const { stop, subscribed } = feed.follow(keys.channel, {
    hear,
    resume() {
      if (follower) void catchUp(follower)
      else mustCatchUp = true
    },
  })
  let snapshot: Snapshot | undefined
  let entries: SharedEntry[]
  try {
    await subscribed
    // First the log and then the snapshot: whatever is cut off the log meanwhile, the snapshot has.
    const logged = (await readLog(needs.links, keys, 1)).entries
    snapshot = await snapshots.read(sessionId, room)
    const covered = snapshot?.upTo ?? 0
    for (const entry of logged) note(entry, entry.seq)
    entries = logged.filter(({ seq }) => seq > covered).map(entryOf)
    reached = entries.at(-1)?.seq ?? covered
  } catch (error) {
    stop()
    throw error
  }

  return {
    snapshot,
    entries,
    follow(by) {
      follower = by
      if (mustCatchUp) void catchUp(by)
      else takeWaiting(by)
    },
    newEntry(update, author) {
      const entry = entryOf({ writer, number: ++given, update, author })
      own.set(entry.number, entry)
      if (update.length <= mostFresh)
        void feed.say(keys.channel, writeNews({ kind: 'fresh', writer, number: given, update, author }))
      return entry
    },
    unsettled: () => [...early.values()],
    close() {
      isClosed = true
      stop()
      if (given > 0) redis.hdel(keys.writers, writer).catch(() => {})
    },
  }
}

/** Everything in the log from number `from` on, and the last number ever given. */
async function readLog(
  { speaks }: RedisLinks,
  { log, last }: RoomKeys,
  from: number,
): Promise<{ last: number; entries: Logged[] }> {
  const known = Number(await speaks.get(last))
  const entries: Logged[] = []
  for (;;) {
    const start = (entries.at(-1)?.seq ?? from - 1) + 1
    const found = await speaks.xrangeBuffer(log, `${start}-0`, '+', 'COUNT', page)
    for (const [id, [, writer, , number, , update, , author]] of found)
      entries.push({
        seq: parseInt(id.toString()),
        writer: writer!.toString(),
        number: Number(number!.toString()),
        // Memory of its own: the driver's buffers are shared, and the update stays.
        update: new Uint8Array(update!),
        author: author?.toString(),
      })
    if (found.length < page) return { last: known, entries }
  }
}

// A room's content as bytes: a merged base and the updates since. No document is kept.
import type { Logger } from 'pino'
import type { RoomName } from '../shared/relay/roles'
import { step2Frame, updateFrame } from './frames'
import type { Merger } from './merger'
import type { LogEntry, Snapshot, Storage, StoredRoom } from './storage'
import {
  checkStateVector,
  checkUpdate,
  emptyUpdate,
  encodeStateVector,
  extendStateVector,
  joinUpdates,
  type CheckedUpdate,
} from './updates'

/** So much may lie beside the base when somebody joins; with more, the base is merged anew first. */
const joinTail = { entries: 256, bytes: 128 * 1024 }
/** With more than this in the log on disk a snapshot is written, and fewer are kept at hand beside the base. */
const longTail = { entries: 2000, bytes: 512 * 1024 }
/** So many updates on disk are worth a snapshot when the room is left. */
const untidyLog = 32

interface TailEntry {
  seq: number
  update: Uint8Array
  runs: CheckedUpdate['runs']
  /** Whoever sent it, to spare them the echo. */
  writer: object | undefined
}

/** What was accepted after some point, ready to be sent. */
export interface Since {
  frame: Uint8Array
  /** The one who wrote all of it; undefined when several did. */
  onlyWriter: object | undefined
}

export interface RoomContent {
  /** Number of the last accepted update. */
  head(): number
  /** Bytes that the room holds. */
  size(): number
  /** What the room has, as a state vector. */
  stateVector(): Uint8Array
  append(update: CheckedUpdate, writer: object | undefined): LogEntry
  /** Everything after `seq`, or undefined when so much of it is no longer at hand. */
  since(seq: number): Since | undefined
  /** Whoever keeps up has everything up to `seq`: it need not be kept at hand for them. */
  markSent(seq: number): void
  /** Sync step 2 for a peer with `stateVector`; it covers all up to `upTo`. */
  answer(stateVector: Uint8Array): Promise<{ upTo: number; step2: Uint8Array }>
  /** Everything as one update, and up to where. */
  whole(): Promise<{ upTo: number; update: Uint8Array }>
  /** Writes a snapshot when the log on disk has grown untidy. */
  tidy(): Promise<void>
}

export interface ContentNeeds {
  sessionId: string
  room: RoomName
  storage: Storage
  merger: Merger
  log: Logger
  /** Resolves when every update accepted so far is on disk. */
  settled(): Promise<void>
}

/** Loads a room from storage. */
export async function loadContent(needs: ContentNeeds): Promise<RoomContent> {
  return holdContent(needs, await needs.storage.readRoom(needs.sessionId, needs.room))
}

async function holdContent(needs: ContentNeeds, stored: StoredRoom): Promise<RoomContent> {
  const { sessionId, room, storage, merger, log } = needs
  let base: Snapshot = stored.snapshot ?? { upTo: 0, update: emptyUpdate, stateVector: new Uint8Array([0]) }
  let baseStep2: Uint8Array | undefined
  /** The last updates: all after the base, and those before it that are not sent yet. */
  let tail: TailEntry[] = []
  /** All after this are in `tail`. Numbers may have holes: updates that were set aside. */
  let keptAfter = base.upTo
  let tailEntries = 0
  let tailBytes = 0
  let head = stored.log.at(-1)?.seq ?? base.upTo
  let sent = head
  let have = checkStateVector(base.stateVector) ?? new Map<number, number>()
  let logEntries = stored.log.length
  let logBytes = stored.log.reduce((sum, { update }) => sum + update.length, 0)
  let merging: Promise<void> | undefined
  let diffs = new Map<string, Promise<Uint8Array>>()
  let lastSince: { from: number; to: number; since: Since } | undefined

  const addToTail = (entry: TailEntry) => {
    tail.push(entry)
    tailEntries++
    tailBytes += entry.update.length
    extendStateVector(have, entry.runs)
  }

  const mergeBase = async () => {
    const entries = tail.filter(({ seq }) => seq > base.upTo)
    const upTo = head
    if (entries.length === 0) return
    const merged = await merger.run('merge', [base.update, ...entries.map(({ update }) => update)])
    if (merged.unusable.includes(0)) throw new Error('the stored content cannot be applied')
    for (const index of merged.unusable) {
      const bad = entries[index - 1]!
      log.error(
        { sessionId, room, seq: bad.seq, bytes: bad.update.length },
        'update cannot be applied; set aside',
      )
      await needs.settled()
      await storage.setAside(sessionId, room, bad.seq, bad.update)
    }
    base = { upTo, update: merged.update, stateVector: merged.stateVector }
    baseStep2 = undefined
    diffs = new Map()
    keptAfter = Math.min(upTo, sent)
    tail = tail.filter(({ seq }) => seq > keptAfter)
    tailEntries = tail.filter(({ seq }) => seq > upTo).length
    tailBytes = tail.reduce((sum, { seq, update }) => sum + (seq > upTo ? update.length : 0), 0)
    have = checkStateVector(base.stateVector) ?? new Map<number, number>()
    for (const { runs } of tail) extendStateVector(have, runs)
  }
  const merge = () =>
    (merging ??= mergeBase()
      .catch((error: Error) => {
        log.error({ sessionId, room, reason: error.message }, 'room could not be merged')
        throw error
      })
      .finally(() => (merging = undefined)))

  const snapshot = async () => {
    await merge()
    // The log must not grow again by what the snapshot already covers.
    await needs.settled()
    const covering = base
    await storage.putSnapshot(sessionId, room, covering)
    logEntries = head - covering.upTo
    logBytes = tailBytes
  }
  let tidying: Promise<void> | undefined
  const tidyInBackground = () => {
    tidying ??= snapshot()
      .catch((error: Error) => log.error({ sessionId, room, reason: error.message }, 'snapshot failed'))
      .finally(() => (tidying = undefined))
  }

  const isLongForJoining = () => tailEntries > joinTail.entries || tailBytes > joinTail.bytes

  for (const { seq, update } of stored.log)
    addToTail({
      seq,
      update,
      runs: logEntries > joinTail.entries ? [] : (checkUpdate(update)?.runs ?? []),
      writer: undefined,
    })
  if (isLongForJoining()) await merge()

  return {
    head: () => head,
    size: () => base.update.length + tailBytes,
    stateVector: () => encodeStateVector(have),

    append(update, writer) {
      head++
      addToTail({ seq: head, update: update.bytes, runs: update.runs, writer })
      logEntries++
      logBytes += update.bytes.length
      if (logEntries > longTail.entries || logBytes > Math.max(longTail.bytes, base.update.length))
        tidyInBackground()
      return { sessionId, room, seq: head, update: update.bytes, at: Date.now() }
    },

    since(seq) {
      if (seq < keptAfter || head - seq > longTail.entries) return undefined
      if (lastSince?.from === seq && lastSince.to === head) return lastSince.since
      const entries = tail.slice(tail.findLastIndex((entry) => entry.seq <= seq) + 1)
      const first = entries[0]?.writer
      const onlyWriter = entries.every(({ writer }) => writer === first) ? first : undefined
      const since = { frame: updateFrame(joinUpdates(entries.map(({ update }) => update))), onlyWriter }
      lastSince = { from: seq, to: head, since }
      return since
    },

    markSent(seq) {
      sent = seq
    },

    async answer(stateVector) {
      if (isLongForJoining()) await merge()
      const { upTo, update } = base
      if (isNothing(stateVector)) {
        if (!baseStep2) {
          baseStep2 = step2Frame(update)
          // One copy in memory is enough.
          base.update = baseStep2.subarray(baseStep2.length - update.length)
        }
        return { upTo, step2: baseStep2 }
      }
      const key = Buffer.from(stateVector).toString('base64')
      let diff = diffs.get(key)
      if (!diff) {
        diff = merger.run('diff', update, stateVector).then(step2Frame)
        if (diffs.size < 64) diffs.set(key, diff)
      }
      return { upTo, step2: await diff }
    },

    async whole() {
      if (tailEntries > 0) await merge()
      return { upTo: base.upTo, update: base.update }
    },

    async tidy() {
      await tidying
      if (logEntries > untidyLog || logBytes > longTail.bytes) await snapshot()
    },
  }
}

/** The state vector of a document that has nothing yet. */
function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}

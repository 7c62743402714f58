// A room's content as bytes: a merged base and the updates since. No document is kept.
import type { Logger } from 'pino'
import type { RoomName } from '../shared/relay/roles'
import { answerFrom, type Answers } from './answers'
import type { OthersIds } from './clientIds'
import { compareWithLog } from './compareWithLog'
import { updateFrame } from './frames'
import {
  emptyUpdate,
  isForged,
  isStillNew,
  judgeUpdate,
  surveyContent,
  type SoundUpdate,
  type Verdict,
} from './judgeUpdate'
import { learn, type StateVector } from './known'
import { mergeSafely } from './mergeSafely'
import type { Merger } from './merger'
import type { LogEntry, RoomLog, Storage } from './storage'
import { encodeStateVector, joinUpdates } from './updates'
import type { WireFrame } from './wireFrame'

/** So much may lie beside the base when somebody joins; with more, the base is merged anew first. */
const joinTail = { entries: 256, bytes: 128 * 1024 }
/** Or so much for so many bytes of the base: the larger it is, the more it costs to merge. */
const joinTailPerBase = { entries: 1 / 8192, bytes: 1 / 8 }
/** With more than this in the log on disk a snapshot is written, and fewer are kept at hand beside the base. */
const longTail = { entries: 2000, bytes: 512 * 1024 }
/** A larger frame (bytes) is not kept once it is sent. */
const largeFrame = 64 * 1024
/** So many updates on disk are worth a snapshot when the room is left. */
const untidyLog = 32
/** A smaller base (bytes) is looked through where it is loaded, a larger one in the worker. */
const littleBase = 256 * 1024
/** An update of so many parts is merged soon (ms), to see that it takes no more to apply than it should. */
const manyParts = 1000
const lookSoon = 1000
/** After a snapshot that could not be written, the next one is tried so much later (ms). */
const tidyAgainAfter = 10_000

/** With several relays a room's log is numbered for all of them; `seq` counts what this one holds since it was loaded. */
interface TailEntry {
  seq: number
  entry: LogEntry
  /** What of it is new. */
  update: Uint8Array
  /** Whoever sent it, to spare them the echo. */
  writer: object | undefined
}

interface Base {
  /** Everything this relay holds up to and with this. */
  upTo: number
  /** Everything in the log up to and with this. */
  covers: number
  answers: Answers
  stateVector: Uint8Array
}

/** What was accepted after some point, ready to be sent. */
export interface Since {
  frame: WireFrame
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
  judge(update: Uint8Array, others: OthersIds | undefined): Verdict
  /** Judges in the worker; `then` is called with a verdict that holds in that moment. */
  judgeElsewhere(
    update: Uint8Array,
    others: OthersIds | undefined,
    then: (verdict: Verdict) => void,
  ): Promise<void>
  /** @param author the member whose page made it. */
  append(update: SoundUpdate, writer: object | undefined, author?: string): LogEntry
  /** What other relays have accepted and is not known to be on disk: it is to be committed before what comes now. */
  unsettled(): readonly LogEntry[]
  /**
   * Begins to take in what other relays accept; `heard` is called each time, and `mended` when an update that was sent
   * already was found to be one that cannot be applied. `wrote` is called for everything in the log whose author is
   * known, also what stood there already.
   */
  follow(listener: ContentListener): void
  /** Everything after `seq`, or undefined when so much of it is no longer at hand. */
  since(seq: number): Since | undefined
  /** The same but for what `writer` wrote; null when that is nothing. */
  sinceWithout(seq: number, writer: object): WireFrame | null | undefined
  /** Whoever keeps up has everything up to `seq`: it need not be kept at hand for them. */
  markSent(seq: number): void
  /** Sync step 2 for a peer with `stateVector`; it covers all up to `upTo`. */
  answer(stateVector: Uint8Array, takesDeflated: boolean): Promise<{ upTo: number; step2: WireFrame }>
  /** Everything as one update, and up to where. */
  whole(): Promise<{ upTo: number; update: Uint8Array }>
  /** Writes a snapshot when the log on disk has grown untidy. */
  tidy(): Promise<void>
  close(): void
}

export interface ContentListener {
  heard(): void
  mended(): void
  /** What was sent is not what the log says: the room is to be loaded anew. */
  differs(): void
  wrote(author: string, brought: StateVector): void
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
  const { sessionId, room, storage, log } = needs
  const stored = await storage.openLog(sessionId, room).catch((error: Error) => {
    log.error({ sessionId, room, reason: error.message }, 'room cannot be opened')
    throw error
  })
  try {
    return await holdContent(needs, stored)
  } catch (error) {
    stored.close()
    throw error
  }
}

async function holdContent(needs: ContentNeeds, stored: RoomLog): Promise<RoomContent> {
  // Nothing below may keep `stored` itself: with it the snapshot would stay in memory a second time.
  const { newEntry, unsettled, follow, close } = stored
  const { sessionId, room, storage, merger, log } = needs
  const where = { sessionId, room }
  let base: Base = {
    upTo: 0,
    covers: stored.snapshot?.upTo ?? 0,
    answers: answerFrom(stored.snapshot?.update ?? emptyUpdate, merger),
    stateVector: stored.snapshot?.stateVector ?? new Uint8Array([0]),
  }
  /** The last updates: all after the base, and those before it that are not sent yet. */
  let tail: TailEntry[] = []
  /** All after this are in `tail`. */
  let keptAfter = 0
  let tailEntries = 0
  let tailBytes = 0
  let head = 0
  let sent = 0
  /** Everything in the log up to this is here. */
  let reached = stored.entries.at(-1)?.seq ?? base.covers
  const survey = async () =>
    base.answers.update.length < littleBase
      ? surveyContent(base.answers.update)
      : await merger.run('survey', base.answers.update)
  let known = await survey()
  /** Something in the log is not as this relay would have taken it: merging shows whether it can be applied. */
  let isDoubtful = false
  /** Applying the content takes more than the relay bears. */
  let isTooMuch = false
  let listener: ContentListener | undefined
  /** What the listener is to be told when there is one. */
  let written: { author: string; brought: StateVector }[] = []
  let logEntries = stored.entries.length
  let logBytes = stored.entries.reduce((sum, { update }) => sum + update.length, 0)
  /** Found unusable, and still in the log. */
  const unusable = new Set<LogEntry>()
  let merging: Promise<void> | undefined
  let lastSince: { from: number; to: number; since: Since } | undefined

  /** Gives what is new of an update that stands in the log already. */
  const learnFrom = ({ update, author }: LogEntry): Uint8Array => {
    const verdict = judgeUpdate(update, known)
    if (verdict.kind === 'sound') {
      const { brings } = verdict.update
      learn(known, brings)
      if (author !== undefined && !listener) written.push({ author, brought: brings.have })
      else if (author !== undefined) listener?.wrote(author, brings.have)
    }
    const isWhole = verdict.kind === 'sound' && !verdict.isLacking
    isDoubtful ||= !isWhole
    return isWhole ? verdict.update.bytes : update
  }
  const addToTail = (entry: LogEntry, update: Uint8Array, writer?: object) => {
    tail.push({ seq: ++head, entry, update, writer })
    tailEntries++
    tailBytes += update.length
  }
  const addToLog = (entry: LogEntry, update: Uint8Array, writer?: object) => {
    addToTail(entry, update, writer)
    logEntries++
    logBytes += entry.update.length
    if (logEntries > longTail.entries || logBytes > Math.max(longTail.bytes, base.answers.update.length))
      tidyInBackground()
  }

  const judgeElsewhere: RoomContent['judgeElsewhere'] = async (update, others, then) => {
    for (let tries = 0; tries < 3; tries++) {
      const before = new Map(known.have)
      const verdict = await merger.run('judge', update, known)
      if (verdict.kind === 'refused') return then(verdict)
      if (isForged(verdict.update, others)) break
      if (isStillNew(verdict.update, before, known.have)) return then(verdict)
    }
    then(judgeUpdate(update, known, others))
  }

  const mergeBase = async () => {
    const entries = tail.filter(({ seq }) => seq > base.upTo)
    const upTo = head
    const covers = reached
    if (entries.length === 0) {
      base.covers = covers
      return
    }
    const updates = [base.answers.update, ...entries.map(({ update }) => update)]
    const merged = await mergeSafely(merger, updates, isTooMuch)
    if (merged.onlyBytes && !isTooMuch)
      log.error({ ...where }, 'content takes too much to apply; merged as bytes')
    isTooMuch = merged.onlyBytes
    if (merged.unusable.includes(0)) throw new Error('the stored content cannot be applied')
    for (const index of merged.unusable) unusable.add(entries[index - 1]!.entry)
    if (merged.unusable.length > 0) {
      // What stands in for it must be on the disk before anybody builds on it.
      tidyInBackground()
      listener?.mended()
    }
    // People who join need not wait for the disk.
    setUnusableAside().catch((error: Error) =>
      log.error({ ...where, reason: error.message }, 'not set aside'),
    )
    base = {
      upTo,
      covers,
      answers: answerFrom(merged.update, merger),
      stateVector: merged.stateVector,
    }
    keptAfter = Math.min(upTo, sent)
    tail = tail.filter(({ seq }) => seq > keptAfter)
    tailEntries = tail.filter(({ seq }) => seq > upTo).length
    tailBytes = tail.reduce((sum, { seq, update }) => sum + (seq > upTo ? update.length : 0), 0)
    if (!isDoubtful) return
    isDoubtful = false
    known = await survey()
    for (const { seq, entry } of tail) if (seq > upTo) learnFrom(entry)
  }
  const setUnusableAside = async () => {
    if (unusable.size === 0) return
    await needs.settled()
    for (const entry of unusable) {
      const { seq, update } = entry
      if (seq === undefined || !unusable.delete(entry)) continue
      try {
        await storage.setAside(entry)
      } catch (error) {
        unusable.add(entry)
        throw error
      }
      log.error({ ...where, seq, bytes: update.length }, 'update cannot be applied; set aside')
    }
  }
  const merge = () =>
    (merging ??= mergeBase()
      .catch((error: Error) => {
        log.error({ ...where, reason: error.message }, 'room could not be merged')
        throw error
      })
      .finally(() => (merging = undefined)))

  const snapshot = async () => {
    // So that the log does not grow again by what the snapshot already has.
    await needs.settled()
    // A merge under way began before that.
    await merging
    await merge()
    await setUnusableAside()
    const { upTo, covers, answers, stateVector } = base
    log.debug(where, 'writes a snapshot')
    await storage.putSnapshot(sessionId, room, { upTo: covers, update: answers.update, stateVector })
    log.debug(where, 'snapshot written')
    logEntries = head - upTo
    logBytes = tailBytes
  }
  let tidying: Promise<void> | undefined
  let mayTidyAt = -Infinity
  const tidyInBackground = () => {
    if (performance.now() < mayTidyAt) return
    tidying ??= snapshot()
      .catch((error: Error) => {
        mayTidyAt = performance.now() + tidyAgainAfter
        log.error({ ...where, reason: error.message }, 'snapshot failed')
      })
      .finally(() => (tidying = undefined))
  }

  let lookTimer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    lookTimer = undefined
    merge().catch(() => {})
  }
  /** Looks through in the worker what another relay accepted. */
  const learnLater = () => {
    isDoubtful = true
    // Why it failed was logged; the next merge tries again.
    merge().catch(() => {})
  }

  const entriesAfter = (seq: number): TailEntry[] | undefined =>
    seq < keptAfter || head - seq > longTail.entries
      ? undefined
      : tail.slice(tail.findLastIndex((entry) => entry.seq <= seq) + 1)
  const frameWith = (entries: readonly TailEntry[]) =>
    updateFrame(joinUpdates(entries.map(({ update }) => update)))

  const whole = async () => {
    if (tailEntries > 0) await merge()
    return { upTo: base.upTo, update: base.answers.update }
  }
  const comparison = compareWithLog({
    ...where,
    storage,
    merger,
    log,
    head: () => head,
    isLogged: () => unsettled().length === 0 && tail.every(({ entry }) => entry.seq !== undefined),
    whole: async () => (await whole()).update,
    differs: () => listener?.differs(),
  })

  const isLongForJoining = () => {
    const { length } = base.answers.update
    const most = (of: 'entries' | 'bytes') => Math.max(joinTail[of], length * joinTailPerBase[of])
    return tailEntries > most('entries') || tailBytes > most('bytes')
  }

  for (const entry of stored.entries) addToTail(entry, learnFrom(entry))
  sent = head
  // What was damaged on the disk is sent to nobody; the room opens with the rest.
  if (isLongForJoining() || isDoubtful) await merge()

  return {
    head: () => head,
    size: () => base.answers.update.length + tailBytes,
    stateVector: () => encodeStateVector(known.have),

    judge: (update, others) => judgeUpdate(update, known, others),
    judgeElsewhere,
    append(update, writer, author) {
      const entry = newEntry(update.bytes, author)
      learn(known, update.brings)
      addToLog(entry, update.bytes, writer)
      if (update.parts > manyParts) lookTimer ??= setTimeout(look, lookSoon).unref()
      return entry
    },

    unsettled,

    follow(given) {
      listener = given
      for (const { author, brought } of written) given.wrote(author, brought)
      written = []
      follow({
        came(entry) {
          const isLarge = entry.update.length > littleBase
          const fresh = isLarge ? entry.update : learnFrom(entry)
          addToLog(entry, fresh)
          if (isLarge) learnLater()
          if (isLarge || fresh !== entry.update) comparison.suspect()
          given.heard()
        },
        reached: (seq) => void (reached = seq),
        covered(seq) {
          logEntries = Math.max(0, reached - seq)
          logBytes = tailBytes
        },
      })
    },

    since(seq) {
      const entries = entriesAfter(seq)
      if (!entries) return undefined
      if (lastSince?.from === seq && lastSince.to === head) return lastSince.since
      const first = entries[0]?.writer
      const onlyWriter = entries.every(({ writer }) => writer === first) ? first : undefined
      const since = { frame: frameWith(entries), onlyWriter }
      lastSince = { from: seq, to: head, since }
      return since
    },

    sinceWithout(seq, writer) {
      const entries = entriesAfter(seq)?.filter((entry) => entry.writer !== writer)
      return entries && (entries.length > 0 ? frameWith(entries) : null)
    },

    markSent(seq) {
      sent = seq
      if (lastSince && lastSince.since.frame.message.length > largeFrame) lastSince = undefined
    },

    async answer(stateVector, takesDeflated) {
      if (isLongForJoining()) await merge()
      const { upTo, answers } = base
      return { upTo, step2: await answers.step2(stateVector, takesDeflated) }
    },

    whole,

    async tidy() {
      await tidying
      if (logEntries > untidyLog || logBytes > longTail.bytes) await snapshot()
    },

    close() {
      clearTimeout(lookTimer)
      comparison.stop()
      close()
    },
  }
}

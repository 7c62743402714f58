// A room's content as bytes: a merged base and the updates since. No document is kept.
import type { Logger } from 'pino'
import type { RoomName } from '../shared/relay/roles'
import { answerFrom, type Answers } from './answers'
import type { OthersIds } from './clientIds'
import { compareWithLog } from './compareWithLog'
import { lengthOfContent } from './content'
import {
  emptyUpdate,
  isForged,
  isStillNew,
  isNothing,
  judgeUpdate,
  type SoundUpdate,
  type Verdict,
} from './judgeUpdate'
import { knowNothing, learn, type Known, type StateVector } from './known'
import { mergeSafely } from './mergeSafely'
import type { Merger } from './merger'
import { surveyRoom } from './merging'
import type { LogEntry, RoomLog, Storage } from './storage'
import { mostBehind, Tail } from './tail'
import { encodeStateVector } from './updates'
import type { WireFrame } from './wireFrame'

/** So much may lie beside the base when somebody joins; with more, the base is merged anew first. */
const joinTail = { entries: 256, bytes: 128 * 1024 }
/** Or so much for so many bytes of the base: the larger it is, the more it costs to merge. */
const joinTailPerBase = { entries: 1 / 8192, bytes: 1 / 8 }
/** With more than this in the log on disk a snapshot is written. */
const longLog = { entries: mostBehind, bytes: 512 * 1024 }
/** So many updates on disk are worth a snapshot when the room is left. */
const untidyLog = 32
/** A smaller base (bytes) is looked through where it is needed, a larger one in the worker. */
const littleBase = 256 * 1024
/** An update of so many parts is merged soon (ms), to see that it takes no more to apply than it should. */
const manyParts = 1000
const lookSoon = 1000
/** After a snapshot that could not be written, the next one is tried so much later (ms). */
const tidyAgainAfter = 10_000

interface Base {
  /** Everything this relay holds up to and with this. */
  upTo: number
  /** Everything in the log up to and with this. */
  covers: number
  answers: Answers
  /** Bytes as an update. */
  length: number
  stateVector: Uint8Array
}

export interface RoomContent {
  /** What was accepted last, in order, ready to be sent. */
  readonly tail: Pick<Tail, 'head' | 'since' | 'sinceWithout' | 'markSent'>
  /** Bytes that the room holds. */
  size(): number
  /** What the room has, as a state vector. */
  stateVector(): Uint8Array
  /** What has to be waited for before `update` can be judged: a large room is looked through for the first who writes. */
  prepare(update: Uint8Array): Promise<void> | undefined
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
  const baseOf = (
    content: Uint8Array,
    { upTo, covers, stateVector }: Pick<Base, 'upTo' | 'covers' | 'stateVector'>,
  ): Base => ({
    upTo,
    covers,
    stateVector,
    answers: answerFrom(content, merger),
    length: lengthOfContent(content),
  })
  let base = baseOf(stored.snapshot?.content ?? emptyUpdate, {
    upTo: 0,
    covers: stored.snapshot?.upTo ?? 0,
    stateVector: stored.snapshot?.stateVector ?? new Uint8Array([0]),
  })
  const tail = new Tail()
  /** Everything in the log up to this is here. */
  let reached = stored.entries.at(-1)?.seq ?? base.covers
  /** What updates are judged against; undefined until somebody writes. */
  let known: Known | undefined
  let learning: Promise<void> | undefined
  /** What happened in the log meanwhile, in order. */
  let later: (() => void)[] = []
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
  let unusable: LogEntry[] = []
  let merging: Promise<void> | undefined

  const isLittle = () => base.length < littleBase
  const survey = (): Promise<Known> => {
    const content = base.answers.content()
    // Where no worker can do it, waiting is better than not being able to write.
    return merger.run('survey', content).catch(() => surveyRoom(content))
  }
  const learnBase = async () => {
    known = await survey()
    learning = undefined
    for (const each of later.splice(0)) each()
  }
  const prepare = (): Promise<void> | undefined => {
    if (known) return undefined
    if (!isLittle()) return (learning ??= learnBase())
    known = surveyRoom(base.answers.content())
    return undefined
  }
  const whenPrepared = (work: () => void) => {
    if (prepare()) later.push(work)
    else work()
  }
  const judge = (update: Uint8Array, others?: OthersIds) =>
    judgeUpdate(update, known ?? knowNothing(), others)

  /** Gives what is new of an update that stands in the log already. */
  const learnFrom = ({ update, author }: LogEntry): Uint8Array => {
    const verdict = judge(update)
    if (verdict.kind === 'sound') {
      const { brings } = verdict.update
      learn(known!, brings)
      if (author !== undefined && !listener) written.push({ author, brought: brings.have })
      else if (author !== undefined) listener?.wrote(author, brings.have)
    }
    const isWhole = verdict.kind === 'sound' && !verdict.isLacking
    isDoubtful ||= !isWhole
    return isWhole ? verdict.update.bytes : update
  }
  const addToLog = (entry: LogEntry, update: Uint8Array, writer?: object) => {
    tail.add(entry, update, writer)
    logEntries++
    logBytes += entry.update.length
    if (logEntries > longLog.entries || logBytes > Math.max(longLog.bytes, base.length)) tidyInBackground()
  }

  const judgeElsewhere: RoomContent['judgeElsewhere'] = async (update, others, then) => {
    for (let tries = 0; tries < 3 && known; tries++) {
      const before = new Map(known.have)
      const verdict = await merger.run('judge', update, known)
      if (verdict.kind === 'refused') return then(verdict)
      if (isForged(verdict.update, others)) break
      if (isStillNew(verdict.update, before, known.have)) return then(verdict)
    }
    then(judge(update, others))
  }

  const mergeBase = async () => {
    const entries = tail.afterBase()
    const upTo = tail.head()
    const covers = reached
    if (entries.length === 0) {
      base.covers = covers
      return
    }
    const updates = [base.answers.content(), ...entries.map(({ update }) => update)]
    const merged = await mergeSafely(merger, updates, isTooMuch)
    if (merged.onlyBytes && !isTooMuch)
      log.error({ ...where }, 'content takes too much to apply; merged as bytes')
    isTooMuch = merged.onlyBytes
    if (merged.unusable.includes(0)) throw new Error('the stored content cannot be applied')
    for (const index of merged.unusable) unusable.push(entries[index - 1]!.entry)
    if (merged.unusable.length > 0) {
      // What stands in for it must be on the disk before anybody builds on it.
      tidyInBackground()
      listener?.mended()
    }
    // People who join need not wait for the disk.
    setUnusableAside().catch((error: Error) =>
      log.error({ ...where, reason: error.message }, 'not set aside'),
    )
    base = baseOf(merged.content, { upTo, covers, stateVector: merged.stateVector })
    tail.rebase(upTo)
    if (!isDoubtful) return
    isDoubtful = false
    known = isLittle() ? surveyRoom(base.answers.content()) : await survey()
    for (const { entry } of tail.afterBase()) learnFrom(entry)
  }
  const setUnusableAside = async () => {
    if (unusable.length === 0) return
    await needs.settled()
    const numbered = unusable.filter(({ seq }) => seq !== undefined)
    unusable = unusable.filter(({ seq }) => seq === undefined)
    for (const [index, entry] of numbered.entries()) {
      try {
        await storage.setAside(entry)
      } catch (error) {
        unusable.push(...numbered.slice(index))
        throw error
      }
      const { seq, update } = entry
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
    await storage.putSnapshot(sessionId, room, { upTo: covers, content: answers.content(), stateVector })
    log.debug(where, 'snapshot written')
    logEntries = tail.head() - upTo
    logBytes = tail.bytes()
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

  const whole = async () => {
    if (tail.count() > 0) await merge()
    const { upTo, answers } = base
    return { upTo, update: await merger.run('unpack', answers.content()) }
  }
  const comparison = compareWithLog({
    ...where,
    storage,
    merger,
    log,
    head: () => tail.head(),
    isLogged: () => unsettled().length === 0 && tail.isLogged(),
    whole: async () => (await whole()).update,
    differs: () => listener?.differs(),
  })

  const isLongForJoining = () => {
    const most = (of: 'entries' | 'bytes') => Math.max(joinTail[of], base.length * joinTailPerBase[of])
    return tail.count() > most('entries') || tail.bytes() > most('bytes')
  }

  if (stored.entries.length > 0) await prepare()
  for (const entry of stored.entries) tail.add(entry, learnFrom(entry))
  tail.markSent(tail.head())
  // What was damaged on the disk is sent to nobody; the room opens with the rest.
  if (isLongForJoining() || isDoubtful) await merge()

  return {
    tail,
    size: () => base.length + tail.bytes(),
    stateVector: () => (known ? encodeStateVector(known.have) : base.stateVector),

    prepare: (update) => (isNothing(update) ? undefined : prepare()),
    judge,
    judgeElsewhere,
    append(update, writer, author) {
      const entry = newEntry(update.bytes, author)
      learn(known!, update.brings)
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
          whenPrepared(() => {
            const isLarge = entry.update.length > littleBase
            const fresh = isLarge ? entry.update : learnFrom(entry)
            addToLog(entry, fresh)
            if (isLarge) learnLater()
            if (isLarge || fresh !== entry.update) comparison.suspect()
            given.heard()
          })
        },
        reached: (seq) => whenPrepared(() => void (reached = seq)),
        covered(seq) {
          whenPrepared(() => {
            logEntries = Math.max(0, reached - seq)
            logBytes = tail.bytes()
          })
        },
      })
    },

    async answer(stateVector, takesDeflated) {
      if (isLongForJoining()) await merge()
      const { upTo, answers } = base
      return { upTo, step2: await answers.step2(stateVector, takesDeflated) }
    },

    whole,

    async tidy() {
      await tidying
      if (logEntries > untidyLog || logBytes > longLog.bytes) await snapshot()
    },

    close() {
      clearTimeout(lookTimer)
      comparison.stop()
      close()
    },
  }
}

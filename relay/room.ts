// One open room: its content, who is connected, what each of them is still to be sent.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Limits } from '../shared/relay/limits'
import type { RoomRights, Shortage } from '../shared/relay/messages'
import { mayWrite, unlocked, type Locked, type Role, type RoomName } from '../shared/relay/roles'
import { rememberClientIds } from './clientIds'
import type { Committer } from './committer'
import type { Disk } from './diskWatch'
import { awarenessFrame, rightsFrame, step1Frame, type PresenceClaim } from './frames'
import type { SoundUpdate, Verdict } from './judgeUpdate'
import type { Neighbour, Neighbours } from './neighbours'
import { trackPresence, type Face, type SpeaksFor } from './presence'
import { framePresence } from './presenceFrames'
import type { Full, Quotas } from './quotas'
import type { RoomContent } from './roomContent'
import { roomShortages } from './roomShortages'
import type { WireFrame } from './wireFrame'

/** A connection as its room sees it. */
export interface Peer {
  readonly role: Role
  readonly isMuted?: boolean
  readonly face: Face
  readonly wantsAcks: boolean
  /** It understands deflated messages. */
  readonly takesDeflated?: boolean
  /** It carries the room on to another relay: it shows others' faces, and nothing that it brought goes back to it. */
  readonly speaksFor?: SpeaksFor | undefined
  /** Sends one frame, or two in one write. */
  send(first: WireFrame, second?: WireFrame): void
  /** Bytes that are not yet taken by the network. */
  unsent(): number
  /** All connections of its member together leave much unread: what is sent to it alone would fill the memory. */
  isBehind?(): boolean
  close(name: CloseName): void
}

export interface Room {
  readonly sessionId: string
  readonly name: RoomName
  peers(): Iterable<Peer>
  /** Greets the peer: rights, what the room has (if it may write), who is here. */
  join(peer: Peer): void
  leave(peer: Peer): void
  /** Answers a peer's sync step 1; from then on it gets every update. */
  answer(peer: Peer, stateVector: Uint8Array): Promise<void>
  /** What the room has, as a state vector. */
  stateVector(): Uint8Array
  /** True when everything accepted so far was sent to the peer. */
  hasSentAll(peer: Peer): boolean
  rightsOf(peer: Pick<Peer, 'role' | 'isMuted'>): RoomRights
  setLocked(locked: Locked): void
  /** The peer has another role, name or mute than when its rights were `had`. */
  peerChanged(peer: Peer, had: RoomRights): void
  /** What `peer` shows of the member of `face` is shown with that face. */
  setFace(peer: Peer, face: Face): void
  /** Since when the peer may not write (ms, monotonic); minus infinity for those who never might. */
  stoppedSince(peer: Peer): number
  /** What stands against taking `update` into the room. Where only something is deleted, a little more fits. */
  fullFor(update: SoundUpdate): Full | undefined
  /** Judges what `peer` wants to write; `then` is called in the moment in which the verdict holds. */
  judge(
    peer: Peer | undefined,
    update: Uint8Array,
    then: (verdict: Verdict) => void,
  ): Promise<void> | undefined
  judgeNow(peer: Peer, update: Uint8Array): Verdict
  /**
   * Takes an update: sent to the others with the next tick, `settled` when it is on disk. `isOwn` where the writer made
   * it, and does not pass on what others wrote.
   */
  accept(
    update: SoundUpdate,
    writer: Peer | undefined,
    settled: (error?: Error) => void,
    isOwn?: boolean,
  ): void
  /** Asks `peer` for what the room lacks. */
  ask(peer: Peer): void
  /** Calls back when everything accepted so far is on disk. */
  whenSettled(settled: (error?: Error) => void): void
  claimPresence(peer: Peer, claims: readonly PresenceClaim[]): 'taken' | 'tooLarge'
  sendPresence(peer: Peer): void
  /** What is short at the relay from which `peer` carries this room. */
  takeShortages(peer: Peer, shortages: readonly Shortage[]): void
  /** Members who are here by way of another relay. */
  visitors(): Set<string>
  /** Everything as one update. */
  read(): Promise<Uint8Array>
  closeAll(name: CloseName): void
  /** Writes what should be tidy before the room is given back. */
  tidy(): Promise<void>
  stop(): void
}

export interface RoomNeeds {
  sessionId: string
  name: RoomName
  content: RoomContent
  committer: Committer
  limits: Limits
  quotas: Quotas
  disk: Disk
  locked: Locked
  neighbours: Neighbours | undefined
  /** What the room holds is not what is stored: it is to be forgotten, and loaded anew. */
  forget(room: Room): void
}

/** What a peer has been sent. */
interface Standing {
  /** Number of the last update; undefined until its sync step 1 is answered. */
  sentUpTo: number | undefined
  answering: boolean
  /** When it lost the right to write. */
  stoppedAt: number
  /** It read too slowly and missed presence: it gets all of it when it reads again. */
  missedPresence: boolean
}

/** Larger updates (bytes) are judged in the worker. */
const largeUpdate = 128 * 1024
/** The state vector of a document without anything. */
const nothing = new Uint8Array([0])
/** Beyond a quota there is so much (bytes) for deleting, which makes the room smaller. */
const roomForDeleting = 256 * 1024
/** While so many slow readers wait, they are looked at this often (ms). */
const slowReaderLook = 100
/** So many ticks may come early as long as no more than one in `tickMs` come on the whole: few edits never wait. */
const earlyTicks = 8

export function openRoom(needs: RoomNeeds): Room {
  const { content, committer, limits } = needs
  const standings = new Map<Peer, Standing>()
  const clientIds = rememberClientIds()
  const presence = trackPresence<Peer | Neighbour>(limits.awarenessBytes, clientIds.writerOf)
  let locked = needs.locked
  let isDiskFull = needs.disk.isFull()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A tick follows what is being done just now. */
  let isDue = false
  let stopped = false
  /** When the next tick would be if none came early. */
  let nextTick = -Infinity

  /** A slow reader is passed over from here on, so that one more frame stays within the limit. */
  const isSlow = (peer: Peer) => peer.unsent() > limits.sendBufferBytes / 2

  // What comes now and then leaves at once, the rest with the tick.
  const schedule = () => {
    if (timer || isDue || stopped) return
    const wait = nextTick - earlyTicks * limits.tickMs - performance.now()
    if (wait <= 0) {
      isDue = true
      queueMicrotask(tick)
    } else timer = setTimeout(tick, wait)
  }
  const tick = () => {
    if (stopped) return
    clearTimeout(timer)
    timer = undefined
    isDue = false
    nextTick = Math.max(nextTick, performance.now()) + limits.tickMs
    const changes = presence.takeChanges()
    if (neighbours && changes.length > 0) {
      const own = changes.filter(({ claimedClock }) => claimedClock !== undefined)
      if (own.length > 0) neighbours.tell(own)
    }
    const presenceFor = framePresence(changes)
    let someAreSlow = false
    for (const [peer, standing] of standings) {
      if (isSlow(peer)) {
        someAreSlow = true
        standing.missedPresence ||= changes.length > 0
        continue
      }
      const updates = updatesFor(peer, standing)
      const seen = standing.missedPresence ? awarenessFrame(presence.othersOf(peer)) : presenceFor(peer)
      standing.missedPresence = false
      if (updates) peer.send(updates, seen)
      else if (seen) peer.send(seen)
    }
    content.tail.markSent(content.tail.head())
    quota.count(content.size())
    if (someAreSlow && !timer) timer = setTimeout(tick, slowReaderLook)
  }
  const updatesFor = (peer: Peer, standing: Standing): WireFrame | undefined => {
    const head = content.tail.head()
    if (standing.sentUpTo === undefined || standing.sentUpTo === head || standing.answering) return undefined
    if (peer.speaksFor) return updatesPastUplink(peer, standing, standing.sentUpTo)
    const since = content.tail.since(standing.sentUpTo)
    if (!since) {
      // It missed more than is at hand: it gets all of it, as one who joins.
      answer(peer, nothing).catch(() => peer.close('storageFailed'))
      return undefined
    }
    standing.sentUpTo = head
    return since.onlyWriter === peer ? undefined : since.frame
  }
  /** What came from the other relay must not go back, or it would go round for ever. */
  const updatesPastUplink = (peer: Peer, standing: Standing, sentUpTo: number): WireFrame | undefined => {
    const frame = content.tail.sinceWithout(sentUpTo, peer)
    if (frame === undefined) {
      // Asking each other anew costs less than sending all of it both ways.
      peer.close('tooSlow')
      return undefined
    }
    standing.sentUpTo = content.tail.head()
    return frame ?? undefined
  }
  const answer: Room['answer'] = async (peer, stateVector) => {
    const standing = standings.get(peer)
    // One at a time, and not to those who do not read: answers are the largest thing the relay sends.
    if (!standing || standing.answering) return
    standing.answering = true
    try {
      // An uplink carries it in pieces: what builds on something must not come before it.
      if (peer.speaksFor) await content.whole()
      for (;;) {
        const vector = peer.isBehind?.() ? nothing : stateVector
        const { upTo, step2 } = await content.answer(vector, peer.takesDeflated === true)
        if (!standings.has(peer)) return
        if (vector !== nothing && peer.isBehind?.()) continue
        const head = content.tail.head()
        const since = upTo === head ? undefined : content.tail.since(upTo)
        if (upTo !== head && !since) continue
        // The latest first: it waits in the page until step 2 brings what it builds on, so that "synced" means all.
        if (since) peer.send(since.frame, step2)
        else peer.send(step2)
        standing.sentUpTo = head
        return
      }
    } finally {
      standing.answering = false
      schedule()
    }
  }

  const neighbours = needs.neighbours?.openRoom(needs.sessionId, needs.name, {
    came(neighbour, clients) {
      presence.take(neighbour, clients)
      if (presence.hasChanges()) schedule()
    },
    left(neighbour) {
      presence.leave(neighbour)
      if (presence.hasChanges()) schedule()
    },
    own: presence.own,
  })

  const othersOf = (peer: Peer | undefined) =>
    peer && !peer.speaksFor ? clientIds.othersOf(peer.face.memberId, presence.ownerOf) : undefined

  const rightsOf: Room['rightsOf'] = ({ role, isMuted }) => {
    if (!mayWrite(role, needs.name, unlocked)) return { canWrite: false, reason: 'role' }
    if (isMuted) return { canWrite: false, reason: 'muted' }
    if (mayWrite(role, needs.name, locked))
      return isDiskFull ? { canWrite: false, reason: 'diskFull' } : { canWrite: true }
    return { canWrite: false, reason: locked.session ? 'paused' : 'locked' }
  }
  const shortages = roomShortages({
    disk: needs.disk,
    writers: () => [...standings.keys()].filter((peer) => rightsOf(peer).canWrite),
    quota: () => quota,
  })
  const quota = needs.quotas.openRoom(needs.sessionId, needs.name, shortages.tell)
  quota.count(content.size())
  /** Makes a change that is one of rights, and tells those whose rights it changes. */
  const changeRights = (change: () => void) => {
    const before = [...standings.keys()].map((peer) => [peer, rightsOf(peer)] as const)
    change()
    for (const [peer, had] of before) tellRights(peer, had)
  }
  const unwatchDisk = needs.disk.listen(() => {
    changeRights(() => (isDiskFull = needs.disk.isFull()))
    shortages.tell()
  })
  const tellRights = (peer: Peer, had: RoomRights) => {
    const has = rightsOf(peer)
    if (has.canWrite === had.canWrite && has.reason === had.reason) return
    const standing = standings.get(peer)
    if (standing && had.canWrite) standing.stoppedAt = performance.now()
    if (peer.wantsAcks) peer.send(rightsFrame(has))
    // What was written meanwhile and dropped comes with the answer to this.
    if (has.canWrite && !had.canWrite) {
      peer.send(step1Frame(content.stateVector()))
      shortages.greet(peer)
    }
  }

  const room: Room = {
    sessionId: needs.sessionId,
    name: needs.name,
    peers: () => standings.keys(),
    join(peer) {
      const rights = rightsOf(peer)
      // An honest page may write in the moment before it hears of a lock.
      const stoppedAt = rights.canWrite || rights.reason === 'role' ? -Infinity : performance.now()
      standings.set(peer, { sentUpTo: undefined, answering: false, stoppedAt, missedPresence: false })
      if (peer.wantsAcks) peer.send(rightsFrame(rights))
      // Who may not write is not asked for what the room lacks: a stock client would answer with a write.
      if (rights.canWrite) {
        peer.send(step1Frame(content.stateVector()))
        shortages.greet(peer)
      }
      const others = presence.othersOf(peer)
      if (others.length > 0) peer.send(awarenessFrame(others))
    },
    leave(peer) {
      standings.delete(peer)
      shortages.takeWord(peer, [])
      presence.leave(peer)
      if (presence.hasChanges()) schedule()
    },
    answer,
    stateVector: () => content.stateVector(),
    hasSentAll(peer) {
      const standing = standings.get(peer)
      return standing !== undefined && !standing.answering && standing.sentUpTo === content.tail.head()
    },
    rightsOf,
    setLocked(next) {
      if (next.room === locked.room && next.session === locked.session) return
      changeRights(() => (locked = next))
    },
    peerChanged(peer, had) {
      tellRights(peer, had)
      room.setFace(peer, peer.face)
    },
    setFace(peer, face) {
      presence.setFace(peer, face)
      if (presence.hasChanges()) schedule()
    },
    stoppedSince: (peer) => standings.get(peer)?.stoppedAt ?? -Infinity,
    fullFor({ bytes, brings }) {
      if (isDiskFull) return 'diskFull'
      const onlyDeletes = brings.have.size === 0
      const full = quota.stops(content.size(), bytes.length - (onlyDeletes ? roomForDeleting : 0))
      // What was deleted since the last merge still counts: after it there may be room.
      if (full) content.whole().catch(() => {})
      return full
    },
    judge(peer, update, then) {
      const preparing = content.prepare(update)
      if (preparing) return preparing.then(() => room.judge(peer, update, then))
      if (update.length < largeUpdate) return void then(content.judge(update, othersOf(peer)))
      return content.judgeElsewhere(update, othersOf(peer), then)
    },
    judgeNow: (peer, update) => content.judge(update, othersOf(peer)),
    accept(update, writer, settled, isOwn) {
      const author = isOwn && writer && !writer.speaksFor ? writer.face.memberId : undefined
      if (author !== undefined) clientIds.wrote(author, update.brings.have)
      const entries = [...content.unsettled(), content.append(update, writer, author)]
      schedule()
      committer.commit(entries, settled)
    },
    ask: (peer) => peer.send(step1Frame(content.stateVector())),
    whenSettled: (settled) => committer.commit(content.unsettled(), settled),
    claimPresence(peer, claims) {
      // A screen in the room is nobody.
      if (peer.role === 'projector') return 'taken'
      const outcome = presence.claim(peer, peer.face, claims, peer.speaksFor)
      if (presence.hasChanges()) schedule()
      return outcome
    },
    sendPresence(peer) {
      if (!isSlow(peer)) peer.send(awarenessFrame(presence.othersOf(peer)))
    },
    takeShortages: shortages.takeWord,
    visitors() {
      const visitors = new Set<string>()
      for (const peer of standings.keys())
        if (peer.speaksFor) for (const memberId of presence.shownBy(peer)) visitors.add(memberId)
      return visitors
    },
    read: async () => (await content.whole()).update,
    closeAll(name) {
      for (const peer of standings.keys()) peer.close(name)
    },
    tidy: () => content.tidy(),
    stop() {
      stopped = true
      clearTimeout(timer)
      content.close()
      quota.close()
      unwatchDisk()
      neighbours?.close()
    },
  }
  content.follow({
    heard: schedule,
    mended: () => room.closeAll('mended'),
    differs() {
      room.closeAll('mended')
      needs.forget(room)
    },
    wrote: clientIds.wrote,
  })
  return room
}

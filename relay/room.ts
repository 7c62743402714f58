// One open room: what it holds, who is in it, and what each of them may do.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Limits } from '../shared/relay/limits'
import type { RoomRights, Shortage } from '../shared/relay/messages'
import { mayWrite, unlocked, type Locked, type RoomName } from '../shared/relay/roles'
import { rememberClientIds } from './clientIds'
import type { Committer } from './committer'
import type { Disk } from './diskWatch'
import { FanOut } from './fanOut'
import { awarenessFrame, rightsFrame, step1Frame, type PresenceClaim } from './frames'
import type { SoundUpdate, Verdict } from './judgeUpdate'
import type { Neighbour, Neighbours } from './neighbours'
import type { Peer } from './peer'
import { trackPresence, type Face } from './presence'
import type { Full, Quotas } from './quotas'
import type { RoomContent } from './roomContent'
import { roomShortages } from './roomShortages'

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

/** Larger updates (bytes) are judged in the worker. */
const largeUpdate = 128 * 1024
/** Beyond a quota there is so much (bytes) for deleting, which makes the room smaller. */
const roomForDeleting = 256 * 1024
/** When (ms, monotonic) a peer lost the right to write. One map for all rooms: few ever do. */
const stoppedAt = new WeakMap<Peer, number>()

export function openRoom(needs: RoomNeeds): Room {
  const { content, committer, limits } = needs
  const clientIds = rememberClientIds()
  const presence = trackPresence<Peer | Neighbour>(limits.awarenessBytes, clientIds.writerOf)
  let locked = needs.locked
  let isDiskFull = needs.disk.isFull()
  const fanOut = new FanOut({
    content,
    presence,
    limits,
    sent(shown) {
      const own = neighbours ? shown.filter(({ claimedClock }) => claimedClock !== undefined) : []
      if (own.length > 0) neighbours!.tell(own)
      quota.count(content.size())
    },
  })
  const showPresence = () => {
    if (presence.hasChanges()) fanOut.ticks.due()
  }

  const neighbours = needs.neighbours?.openRoom(needs.sessionId, needs.name, {
    came(neighbour, clients) {
      presence.take(neighbour, clients)
      showPresence()
    },
    left(neighbour) {
      presence.leave(neighbour)
      showPresence()
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
    writers: () => [...fanOut.peers()].filter((peer) => rightsOf(peer).canWrite),
    quota: () => quota,
  })
  const quota = needs.quotas.openRoom(needs.sessionId, needs.name, shortages.tell)
  quota.count(content.size())
  /** Makes a change that is one of rights, and tells those whose rights it changes. */
  const changeRights = (change: () => void) => {
    const before = [...fanOut.peers()].map((peer) => [peer, rightsOf(peer)] as const)
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
    if (had.canWrite) stoppedAt.set(peer, performance.now())
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
    peers: () => fanOut.peers(),
    join(peer) {
      const rights = rightsOf(peer)
      // An honest page may write in the moment before it hears of a lock.
      if (!rights.canWrite && rights.reason !== 'role') stoppedAt.set(peer, performance.now())
      fanOut.join(peer)
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
      fanOut.leave(peer)
      shortages.takeWord(peer, [])
      presence.leave(peer)
      showPresence()
    },
    answer: (peer, stateVector) => fanOut.answer(peer, stateVector),
    stateVector: () => content.stateVector(),
    hasSentAll: (peer) => fanOut.hasSentAll(peer),
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
      showPresence()
    },
    stoppedSince: (peer) => stoppedAt.get(peer) ?? -Infinity,
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
      fanOut.ticks.dueNow()
      committer.commit(entries, settled)
    },
    ask: (peer) => peer.send(step1Frame(content.stateVector())),
    whenSettled: (settled) => committer.commit(content.unsettled(), settled),
    claimPresence(peer, claims) {
      // A screen in the room is nobody.
      if (peer.role === 'projector') return 'taken'
      const outcome = presence.claim(peer, peer.face, claims, peer.speaksFor)
      showPresence()
      return outcome
    },
    sendPresence(peer) {
      if (!fanOut.isSlow(peer)) peer.send(awarenessFrame(presence.othersOf(peer)))
    },
    takeShortages: shortages.takeWord,
    visitors() {
      const visitors = new Set<string>()
      for (const peer of fanOut.peers())
        if (peer.speaksFor) for (const memberId of presence.shownBy(peer)) visitors.add(memberId)
      return visitors
    },
    read: async () => (await content.whole()).update,
    closeAll(name) {
      for (const peer of fanOut.peers()) peer.close(name)
    },
    tidy: () => content.tidy(),
    stop() {
      fanOut.ticks.stop()
      content.close()
      quota.close()
      unwatchDisk()
      neighbours?.close()
    },
  }
  content.follow({
    heard: () => fanOut.ticks.due(),
    mended: () => room.closeAll('mended'),
    differs() {
      room.closeAll('mended')
      needs.forget(room)
    },
    wrote: clientIds.wrote,
  })
  return room
}

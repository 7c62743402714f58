// One room carried between the desk and the hosted relay: a peer of the room here, a client of the room there. What
// comes from one side goes to the other and never back.
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import type { Logger } from 'pino'
import { closeNameOf, type CloseName } from '../../shared/relay/closeCodes'
import {
  messageAck,
  messageSync,
  messageRights,
  messageSessionChanged,
  messageShortages,
  shortages as allShortages,
  type RoomRights,
  type Shortage,
} from '../../shared/relay/messages'
import type { RoomName } from '../../shared/relay/roles'
import { readAwareness, readFrame } from '../frames'
import type { Face, SpeaksFor } from '../presence'
import type { Rooms, Seat } from '../relay'
import type { Peer } from '../peer'
import { openHostedSocket, type HostedPlace, type SocketEnd } from './hostedSocket'
import { openOutbox } from './outbox'
import type { UplinkTiming } from './timing'
import { faceShape, idAtDesk } from './vouch'

/** One awareness message may name so many clients. */
const mostClaims = 5000

export interface LineNeeds {
  rooms: Rooms
  sessionId: string
  room: RoomName
  place: HostedPlace
  /** The member whose desk this is, as the hosted relay knows them. */
  ownerId: string
  timing: UplinkTiming
  log: Logger
  /** The hosted relay has admitted the line. */
  opened(): void
  /** Content came from there. */
  changed(): void
  /** The hosted relay says that something about the session is another: topics of message 102. */
  told(topics: readonly unknown[]): void
  /** Once, unless it was closed from here. */
  ended(end: LineEnd): void
}

export type LineEnd =
  | SocketEnd
  /** The room here closed its peers. */
  | { kind: 'closedHere'; name: CloseName }
  /** The hosted relay admits the owner, but lets them write no more. */
  | { kind: 'mayNotWrite' }

export interface RoomLine {
  readonly room: RoomName
  isOpen(): boolean
  /** True when each side has on disk all that the other has. */
  isEqual(): boolean
  /** True when all that the hosted relay has accepted by now is on disk here; false when the line ends before. */
  fetchAll(): Promise<boolean>
  close(): void
}

export function openRoomLine(needs: LineNeeds): RoomLine {
  const { rooms, sessionId, room, ownerId, log } = needs
  let seat: Seat | undefined
  let isOpen = false
  let hasEnded = false
  /** Its step 1 was answered: it has been offered all that it lacks. */
  let hasAnswered = false
  let hasAll = false
  let writing = 0
  /** What came before there was a seat to give it to. */
  let early: Uint8Array[] = []
  let fetches: ((isThere: boolean) => void)[] = []

  const end = (ending?: LineEnd) => {
    if (hasEnded) return
    hasEnded = true
    isOpen = false
    seat?.leave()
    socket.close()
    fetches.splice(0).forEach((fetched) => fetched(false))
    if (ending) needs.ended(ending)
  }

  const outbox = openOutbox({ send: (frame) => socket.send(frame), split: rooms.split })
  const speaksFor: SpeaksFor = (user) => {
    const face = faceShape.safeParse(user).data
    // The hosted relay names those who came to it; those who are here are named here.
    return face && idAtDesk(ownerId, face.memberId) === undefined ? face : undefined
  }
  const nobody: Face = { memberId: 'online', name: '', role: 'observer', color: '#000000' }
  const peer: Peer = {
    role: 'facilitator',
    face: nobody,
    wantsAcks: false,
    speaksFor,
    send(first, second) {
      // A page wants the latest before step 2, so that "synced" means all; here what builds on step 2 would wait for it.
      const frames = second && isStep2(second.message) ? [second, first] : [first, second]
      for (const frame of frames)
        if (frame && bearsUpdate(frame.message)) outbox.put(frame.message)
        else if (frame) socket.send(frame.message)
    },
    unsent: () => outbox.bytes() + socket.unsent(),
    close: (name) => end({ kind: 'closedHere', name }),
  }

  const keep = async (kind: 'step2' | 'update', update: Uint8Array, at: Seat) => {
    writing++
    try {
      const outcome = await at.write(update)
      // Fetched anew when there is space.
      if (outcome === 'diskFull') return end({ kind: 'closedHere', name: outcome })
      if (outcome !== 'written') log.error({ sessionId, room, outcome }, 'an update from online was not kept')
    } catch (error) {
      // The room closes its peers when its disk fails, and this line with them.
      if (!hasEnded)
        log.error({ sessionId, room, reason: String(error) }, 'an update from online was not kept')
      return
    } finally {
      writing--
    }
    if (kind === 'step2') {
      hasAll = true
      fetches.splice(0).forEach((fetched) => fetched(true))
    }
    needs.changed()
  }
  const hear = (frame: Uint8Array, at: Seat) => {
    const own = readOwn(frame)
    if (own) {
      if (own.kind === 'ack') outbox.acknowledged(own.count)
      else if (own.kind === 'told') needs.told(own.topics)
      else if (own.kind === 'shortages') at.tellShortages(own.shortages)
      else if (!own.rights.canWrite) end({ kind: 'mayNotWrite' })
      return
    }
    const message = readFrame(frame)
    switch (message?.kind) {
      case 'step1':
        hasAnswered = true
        at.answer(message.stateVector).catch(() => end({ kind: 'closedHere', name: 'storageFailed' }))
        return
      case 'step2':
      case 'update':
        void keep(message.kind, message.update, at)
        return
      case 'awareness':
        return at.claimPresence(readAwareness(message.update, mostClaims) ?? [])
      default:
    }
  }

  const socket = openHostedSocket(needs.place, room, needs.timing, {
    async opened() {
      try {
        const taken = await rooms.sit(sessionId, room, peer)
        if (hasEnded) return taken.leave()
        seat = taken
      } catch {
        return end({ kind: 'closedHere', name: 'storageFailed' })
      }
      isOpen = true
      needs.opened()
      for (const frame of early.splice(0)) hear(frame, seat)
    },
    heard: (frame) => (seat ? hear(frame, seat) : void early.push(frame)),
    ended: end,
  })

  return {
    room,
    isOpen: () => isOpen,
    isEqual: () =>
      isOpen && hasAnswered && hasAll && writing === 0 && outbox.isEmpty() && Boolean(seat?.hasSentAll()),
    fetchAll: () =>
      new Promise((resolve) => {
        if (!seat || hasEnded) return resolve(false)
        fetches.push(resolve)
        seat.sendStep1()
      }),
    close: () => end(),
  }
}

const bearsUpdate = (message: Uint8Array) => message[0] === messageSync && message[1] !== 0
const isStep2 = (message: Uint8Array) => message[0] === messageSync && message[1] === 1

type Own =
  | { kind: 'ack'; count: number }
  | { kind: 'rights'; rights: RoomRights }
  | { kind: 'told'; topics: unknown[] }
  | { kind: 'shortages'; shortages: readonly Shortage[] }

/** The messages of our own relay, beside those of y-websocket; undefined for the others. */
function readOwn(frame: Uint8Array): Own | undefined {
  try {
    const decoder = createDecoder(frame)
    const type = readVarUint(decoder)
    if (type === messageAck) return { kind: 'ack', count: readVarUint(decoder) }
    if (type === messageRights)
      return { kind: 'rights', rights: JSON.parse(readVarString(decoder)) as RoomRights }
    if (type !== messageSessionChanged && type !== messageShortages) return undefined
    const told: unknown = JSON.parse(readVarString(decoder))
    const names: unknown[] = Array.isArray(told) ? told : []
    return type === messageShortages
      ? { kind: 'shortages', shortages: allShortages.filter((what) => names.includes(what)) }
      : { kind: 'told', topics: names }
  } catch {
    return undefined
  }
}

/** What the end of a line means for the session: for good, for this room, or only for now. */
export function meaningOf(
  end: LineEnd,
):
  | { kind: 'ended'; reason: 'removed' | 'gone' | 'notAllowed' }
  | { kind: 'held'; reason: 'tooLarge' | 'full' | 'tooMany' | 'notTaken' }
  | { kind: 'cut'; problem: 'unreachable' | 'certificate' | 'notARelay' } {
  if (end.kind === 'mayNotWrite') return { kind: 'ended', reason: 'notAllowed' }
  if (end.kind === 'lost') return { kind: 'cut', problem: end.problem }
  if (end.kind === 'closedHere') return { kind: 'cut', problem: 'unreachable' }
  switch (closeNameOf(end.code)) {
    case 'notAdmitted':
    case 'removed':
      return { kind: 'ended', reason: 'removed' }
    case 'noSuchRoom':
      return { kind: 'ended', reason: 'gone' }
    case 'writeRefused':
      return { kind: 'ended', reason: 'notAllowed' }
    case 'roomFull':
    case 'sessionFull':
      return { kind: 'held', reason: 'full' }
    case 'messageTooLarge':
      return { kind: 'held', reason: 'tooLarge' }
    case 'tooMany':
    case 'tooManyRooms':
      return { kind: 'held', reason: 'tooMany' }
    case 'malformed':
    case 'roomDamaged':
      return { kind: 'held', reason: 'notTaken' }
    default:
      return { kind: 'cut', problem: 'unreachable' }
  }
}

// One socket in one room: reads its messages in order, judges them, and tells it what is on disk.
import type { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { closeCodeOf, type CloseName } from '../shared/relay/closeCodes'
import type { Limits } from '../shared/relay/limits'
import type { Role } from '../shared/relay/roles'
import type { Allowance } from './allowances'
import { ackFrame, awarenessFrame, readAwareness, readFrame, type Received } from './frames'
import { watchLargeMessages } from './largeMessages'
import { faceOf, type Bearer, type MemberRecord } from './members'
import { Bucket } from './rateLimit'
import type { Peer } from './peer'
import type { Room } from './room'
import { checkStateVector } from './updates'
import { vouchedFaces } from './uplink/vouch'
import type { Turns } from './turns'
import type { WireFrame } from './wireFrame'
import { openWriting } from './writing'

/** One awareness message may name so many clients: a stock client sends back all that it hears. */
const mostClaims = 5000
/** A state vector has at most so many bytes: some thirty thousand clients. */
const longestVector = 256 * 1024
/** So many bytes are still read and thrown away while the other end is told to close. */
const mostAfterClose = 64 * 1024
/** Without a message for so long (ms) a stock client would begin to think of leaving at 30 s. */
const quietFor = 12_000
/** Not heard of for so long (ms) a connection is given up; an uplink sooner, as it shows many who may be gone. */
const silence = { page: 90_000, uplink: 20_000 }

export interface Connection extends Peer {
  /** As they are now. */
  readonly member: Bearer
  /** The member was renamed, muted, or given another role: what they may and how they are shown follows at once. */
  become(member: MemberRecord): void
  readonly address: string
  readonly room: Room
  /** The listener it came through. */
  readonly via: object
  /** Called from time to time: keeps the socket alive, gives up one that is not. */
  look(): void
  /** Reads what `frame` holds. For the socket's message event. */
  receive(frame: Uint8Array, isBinary: boolean): void
  /** So many bytes have come from the network. */
  arrived(bytes: number): void
  /** What comes meanwhile is read when `waiting` is over; a failure of it closes the connection. */
  holdUntil(waiting: Promise<void>, otherwise: CloseName): Promise<void>
  /** The socket is gone. */
  left(): void
}

export interface ConnectionNeeds {
  socket: WebSocket
  /** Below the socket: frames are written to it as they are, because they serve many sockets. */
  wire: Pick<Writable, 'write' | 'cork' | 'uncork' | 'destroy' | 'writableLength'>
  member: Bearer
  /** The role of a member of the session, where it is an uplink's connection. */
  roleOf(memberId: string): Role | undefined
  address: string
  wantsAcks: boolean
  takesDeflated: boolean
  room: Room
  via: object
  limits: Limits
  allowance: Allowance
  turns: Turns
  watch: ConnectionWatch
}

export interface ConnectionWatch {
  received(bytes: number): void
  sent(bytes: number): void
  closed(name: CloseName): void
  /** An update could not be written: nothing that this room holds in memory may be trusted. */
  storageFailed(room: Room): void
}

export function openConnection(needs: ConnectionNeeds): Connection {
  const { socket, wire, room, limits, allowance, watch } = needs
  const rate = new Bucket(limits.messagesPerSecond, limits.messageBurst)
  let inbox: Uint8Array[] | undefined
  /** What reading waits for. */
  let holds = 0
  let closing = false
  let afterClose = 0
  let lettingGo: ReturnType<typeof setTimeout> | undefined
  let heard = performance.now()
  let spoke = performance.now()
  let lastUnsent = 0
  let unsentSince = performance.now()

  let acked = 0
  let ackDue = false

  const write = (frame: WireFrame) => {
    wire.write(frame.wire)
    watch.sent(frame.message.length)
  }
  const takeAwareness = (bytes: Uint8Array) => {
    if (!allowance.presence.take(bytes.length)) return
    const claims = readAwareness(bytes, mostClaims)
    if (!claims) connection.close('malformed')
    else if (room.claimPresence(connection, claims) === 'tooLarge') connection.close('messageTooLarge')
  }

  /** Gives a promise when the next message has to wait. */
  const take = (message: Received): Promise<void> | undefined => {
    switch (message.kind) {
      case 'step1':
        if (message.stateVector.length > longestVector) connection.close('messageTooLarge')
        else if (!checkStateVector(message.stateVector)) connection.close('malformed')
        else if (!allowance.questions.take()) connection.close('tooFast')
        else room.answer(connection, message.stateVector).catch(() => connection.close('storageFailed'))
        return undefined
      case 'step2':
      case 'update':
        return writing.take(message.kind, message.update)
      case 'awareness':
        return void takeAwareness(message.update)
      case 'queryAwareness':
        if (!allowance.questions.take()) return void connection.close('tooFast')
        return void room.sendPresence(connection)
      case 'auth':
        return undefined
    }
  }

  const read = (frame: Uint8Array) => {
    const message = readFrame(frame)
    if (!message) return connection.close('malformed')
    const waiting = take(message)
    if (!waiting) return
    void connection.holdUntil(waiting, 'malformed')
  }
  const shown = shownAs(needs.member, needs.roleOf)
  const connection: Connection = {
    member: shown.member,
    role: shown.role,
    isMuted: shown.isMuted,
    face: shown.face,
    speaksFor: shown.speaksFor,
    address: needs.address,
    room,
    via: needs.via,
    wantsAcks: needs.wantsAcks,
    takesDeflated: needs.takesDeflated,
    become(changed) {
      const had = room.rightsOf(connection)
      const { isUplink, deskId } = connection.member
      const member = { ...changed, isUplink, ...(deskId !== undefined && { deskId }) }
      Object.assign(connection, shownAs(member, needs.roleOf))
      room.peerChanged(connection, had)
    },
    receive(frame, isBinary) {
      if (closing) return
      large.completed()
      heard = performance.now()
      if (!isBinary) return connection.close('malformed')
      // A copy of its own: a view into the socket's shared buffer could be made to read its neighbours.
      const own = ownMemory(frame)
      if (inbox) {
        inbox.push(own)
        return
      }
      watch.received(own.length)
      if (!rate.take() || !allowance.messages.take()) return connection.close('tooFast')
      read(own)
      const wait = allowance.bytes.borrow(own.length)
      if (wait > 0 && !inbox && !closing) void connection.holdUntil(sleep(wait), 'malformed')
    },
    arrived(bytes) {
      // Who is being closed is read only as far as it takes to hear them agree.
      if (closing && (afterClose += bytes) > mostAfterClose) socket.pause()
      else if (!closing) large.arrived(bytes)
    },
    send(first, second) {
      if (socket.readyState !== socket.OPEN) return
      spoke = performance.now()
      if (second) wire.cork()
      write(first)
      if (!second) return
      write(second)
      wire.uncork()
    },
    unsent: () => wire.writableLength,
    isBehind() {
      let unsent = 0
      for (const each of allowance.connections) unsent += each.unsent()
      return unsent > limits.sendBufferBytes
    },
    close(name) {
      if (closing) return
      closing = true
      watch.closed(name)
      writing.stop()
      room.leave(connection)
      socket.close(closeCodeOf(name), name)
      // Who does not answer the closing is let go anyway; who is too slow would not even see it for long. What came of a
      // large message is kept so long, and so is its turn.
      lettingGo = setTimeout(() => wire.destroy(), 3000).unref()
      socket.resume()
    },
    look() {
      const now = performance.now()
      const unsent = wire.writableLength
      if (unsent === 0 || unsent < lastUnsent) unsentSince = now
      lastUnsent = unsent
      if (now - unsentSince > 30_000 || !large.isMoving()) return connection.close('tooSlow')
      if (now - heard > (connection.member.isUplink ? silence.uplink : silence.page)) return wire.destroy()
      // The disk takes its time; the page is to know that nothing else is wrong.
      if (needs.wantsAcks && writing.isWaiting()) connection.send(ackFrame(acked))
      if (now - spoke > quietFor) connection.send(awarenessFrame([]))
      socket.ping()
    },
    async holdUntil(waiting, otherwise) {
      // What the socket already holds waits in the inbox; it is not read further.
      inbox ??= []
      holds++
      socket.pause()
      try {
        await waiting
      } catch {
        connection.close(otherwise)
      }
      if (--holds > 0) return
      const waited = inbox
      inbox = undefined
      for (const next of waited) connection.receive(next, true)
      if (!inbox && !closing) socket.resume()
    },
    left() {
      closing = true
      clearTimeout(lettingGo)
      allowance.connections.delete(connection)
      writing.stop()
      large.stop()
      room.leave(connection)
    },
  }
  const large = watchLargeMessages({
    turns: needs.turns,
    member: needs.member,
    hold: (waiting) => void connection.holdUntil(waiting, 'malformed'),
  })
  const writing = openWriting({
    room,
    peer: connection,
    acknowledge(count) {
      acked = count
      if (ackDue || !needs.wantsAcks) return
      ackDue = true
      queueMicrotask(() => {
        ackDue = false
        connection.send(ackFrame(acked))
      })
    },
    storageFailed: () => watch.storageFailed(room),
    close: (name) => connection.close(name),
  })
  allowance.connections.add(connection)
  socket.on('pong', () => (heard = performance.now()))
  return connection
}

/** The bytes in memory that holds nothing else: a large frame mostly has such already. */
function ownMemory(frame: Uint8Array): Uint8Array {
  return frame.byteLength === frame.buffer.byteLength
    ? new Uint8Array(frame.buffer as ArrayBuffer)
    : new Uint8Array(frame)
}

/** What a connection says of its member. Values, as getters would take much memory in every connection. */
function shownAs(
  member: Bearer,
  roleOf: ConnectionNeeds['roleOf'],
): Pick<Connection, 'member' | 'role' | 'isMuted' | 'face' | 'speaksFor'> {
  return {
    member,
    role: member.role,
    isMuted: member.isMuted === true,
    face: faceOf(member),
    speaksFor: member.isUplink ? vouchedFaces(member, roleOf) : undefined,
  }
}

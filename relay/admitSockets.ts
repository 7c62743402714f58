// Decides over every upgrade: who it is, whether there is room for one more, and only then reads from it.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { CloseName } from '../shared/relay/closeCodes'
import type { Limits } from '../shared/relay/limits'
import { isRoomName, type RoomName } from '../shared/relay/roles'
import type { Allowances } from './allowances'
import type { Clients } from './clients'
import { openConnection, type Connection, type ConnectionWatch } from './connection'
import type { Connections } from './connections'
import { isSameMember, type Members } from './members'
import { acceptSockets, refuseSocket, refuseUpgrade, tokenOf } from './relaySocket'
import type { RoomHub } from './roomHub'
import { RoomDamaged, type Storage } from './storage'
import type { Strangers } from './strangers'
import type { Turns } from './turns'
import type { KnownRoles } from './uplink/visitors'

export interface SocketNeeds {
  limits: Limits
  clients: Clients
  members: Members
  connections: Connections
  hub: RoomHub
  storage: Storage
  /** Holds the roles of a session's members at hand. */
  rolesIn(sessionId: string): Promise<KnownRoles>
  strangers: Strangers
  allowances: Allowances
  /** For messages that are large. */
  turns: Turns
  watch: ConnectionWatch & { refused(name: CloseName): void }
  log: Logger
  /** What stops every newcomer just now, if anything does. */
  closedBecause(): CloseName | undefined
}

/** What it costs beside a plain request. */
const weight = 3

const syncPath = /^\/sync\/([A-Za-z0-9_-]{16,64})\/([^/?]{1,80})$/

const isTooLarge = (error: Error) => 'code' in error && String(error.code).startsWith('WS_ERR_UNSUPPORTED_')

// Both apart from where the request is at hand: what stays with a socket would keep it in memory.
const noRole = () => undefined
const destroyWhenBroken = (wire: Duplex) => wire.on('error', () => wire.destroy())

type OnUpgrade = (request: IncomingMessage, wire: Duplex, head: Buffer) => void

/** Gives the handler for the `upgrade` event of the listener `via`. */
export function admitSockets(needs: SocketNeeds): (via: object) => OnUpgrade {
  const { limits, members, connections, hub, watch } = needs
  const accept = acceptSockets(limits.messageBytes)
  /** Handshakes under way, which count like connections. */
  const arriving = new Map<string, number>()

  const admit = async (
    request: IncomingMessage,
    wire: Duplex,
    head: Buffer,
    address: string,
    via: object,
  ) => {
    const [pathname = '', search = ''] = (request.url ?? '').split('?', 2)
    const query = new URLSearchParams(search)
    const path = syncPath.exec(pathname)
    if (!path) return refuseUpgrade(wire, 404)
    const refuse = (name: CloseName) => {
      watch.refused(name)
      refuseSocket(request, wire, name)
    }
    const closed = needs.closedBecause()
    if (closed) return refuse(closed)
    if (connections.fromAddress(address) + (arriving.get(address) ?? 0) > limits.connectionsPerAddress)
      return refuse('tooMany')
    const sessionId = path[1]!
    const token = tokenOf(request, query) ?? ''
    const member = await members.find(token)
    if (!member || member.sessionId !== sessionId) return refuse('notAdmitted')
    const name = path[2]!
    if (!isRoomName(name)) return refuse('noSuchRoom')
    if (connections.ofSession(sessionId).size >= limits.connectionsPerSession) return refuse('tooMany')
    // An uplink has one for each room.
    const mostOfMember = member.isUplink ? limits.roomsPerSession + 10 : limits.connectionsPerMember
    if (connections.ofMember(member) >= mostOfMember) return refuse('tooMany')
    if (!(await hasRoomFor(sessionId, name))) return refuse('tooManyRooms')

    const room = await hub.acquire(sessionId, name)
    const wantsAcks = query.get('acks') === '1'
    const takesDeflated = query.get('deflate') === '1'
    const roles = member.isUplink ? await needs.rolesIn(sessionId) : undefined
    if (roles) wire.once('close', roles.release)
    const roleOf = roles?.roleOf ?? noRole
    const open = (socket: WebSocket) => {
      needs.strangers.admitted(wire)
      const connection = openConnection({
        socket,
        wire,
        room,
        member,
        roleOf,
        address,
        via,
        wantsAcks,
        takesDeflated,
        limits,
        allowance: needs.allowances.of(member),
        turns: needs.turns,
        watch,
      })
      connect(connection, socket, wire)
      void connection.holdUntil(lookAgain(connection, token), 'storageFailed')
    }
    if (!(await accept(request, wire, head, open))) hub.release(room)
  }

  /** The token may have died, or the member changed, while the handshake was under way: nothing is read before. */
  const lookAgain = async (connection: Connection, token: string) => {
    const now = await members.find(token)
    if (!now) connection.close('notAdmitted')
    else if (!isSameMember(connection.member, now)) connection.become(now)
  }

  /** A room that exists is always open; a new one counts. */
  const hasRoomFor = async (sessionId: string, name: RoomName) => {
    const names = new Set([...connections.ofSession(sessionId)].map(({ room }) => room.name))
    if (names.has(name)) return true
    for (const { room } of await needs.storage.listRooms(sessionId)) names.add(room)
    return names.has(name) || names.size < limits.roomsPerSession
  }

  const connect = (connection: Connection, socket: WebSocket, wire: Duplex) => {
    const { room } = connection
    connections.add(connection)
    // Before the socket takes it: so much has come of a message that may not be complete.
    wire.prependListener('data', (chunk: Buffer) => connection.arrived(chunk.length))
    socket.on('message', (data: Buffer, isBinary) => connection.receive(data, isBinary))
    // The library has begun to close it, and would wait for the other end for half a minute.
    socket.on('error', (error) => connection.close(isTooLarge(error) ? 'messageTooLarge' : 'malformed'))
    socket.on('close', () => {
      connections.remove(connection)
      connection.left()
      hub.release(room)
    })
    // The relay may have begun to close while the handshake was under way, and then nobody else closes this one.
    const closed = needs.closedBecause()
    if (closed) connection.close(closed)
    else room.join(connection)
  }

  const arrive = (request: IncomingMessage, wire: Duplex, head: Buffer, via: object) => {
    const { address } = needs.clients.of(request)
    arriving.set(address, (arriving.get(address) ?? 0) + 1)
    admit(request, wire, head, address, via)
      .catch((error: unknown) => {
        needs.log.error(
          { reason: error instanceof Error ? error.message : String(error) },
          'connection failed',
        )
        if (!wire.writableEnded && !wire.destroyed) {
          const name = error instanceof RoomDamaged ? 'roomDamaged' : 'storageFailed'
          watch.refused(name)
          refuseSocket(request, wire, name)
        }
      })
      .finally(() => {
        const left = (arriving.get(address) ?? 1) - 1
        if (left > 0) arriving.set(address, left)
        else arriving.delete(address)
      })
  }

  return (via) => (request, wire, head) => {
    destroyWhenBroken(wire)
    needs.strangers.pace(request, () => arrive(request, wire, head, via), weight)
  }
}

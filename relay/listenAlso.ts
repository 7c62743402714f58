// Listeners beside the first one, for networks where strangers are: they serve guests and nobody else.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import type { CloseName } from '../shared/relay/closeCodes'
import type { Connections } from './connections'
import { isHost } from './http/host'
import type { ExtraListener, Listening } from './relay'
import { refuseUpgrade } from './relaySocket'
import type { Strangers } from './strangers'
import { acceptTls } from './tlsOrPlain'

/** What guests use; everything else is asked of the listener's own `serves`. */
const forGuests = /^\/(healthz$|probe$|probe\/bytes$|api\/join(\/waiting)?$|api\/sessions\/[^/]+\/)/
/** Counting further would say nothing new. */
const mostReached = 5000

export interface ExtraListeners {
  listen(options: ExtraListener): Promise<Listening>
  /** True when `request` came through one of them. */
  has(request: IncomingMessage): boolean
  close(): Promise<void>
}

type OnUpgrade = (via: object) => (request: IncomingMessage, wire: Duplex, head: Buffer) => void

export function listenAlso(
  app: FastifyInstance,
  onUpgrade: OnUpgrade,
  connections: Connections,
  strangers: Strangers,
): ExtraListeners {
  const listening = new Set<Listening>()
  const outside = new WeakSet<IncomingMessage>()

  return {
    has: (request) => outside.has(request),
    async listen({ host, port, serves, secureContext = () => undefined }) {
      const sockets = new Set<Socket>()
      const reached = new Set<string>()
      const mustBeTls = (socket: Duplex) => secureContext() !== undefined && !(socket instanceof TLSSocket)
      const server = createServer(
        { maxHeaderSize: 6 * 1024, connectionsCheckingInterval: 5000 },
        (request, reply) => strangers.pace(request, () => answer(request, reply)),
      )
      const answer = (request: IncomingMessage, reply: ServerResponse) => {
        outside.add(request)
        if (mustBeTls(request.socket)) return leadToTls(request, reply)
        const path = (request.url ?? '/').split('?', 1)[0]!
        const method = request.method ?? 'GET'
        if (forGuests.test(path) || serves?.(method, path)) app.routing(request, reply)
        else reply.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n')
      }
      acceptTls(server, secureContext)
      strangers.guard(server, () => secureContext() !== undefined)
      server.on('connection', (socket: Socket) => {
        const { remoteAddress, localAddress } = socket
        if (remoteAddress && remoteAddress !== localAddress && reached.size < mostReached)
          reached.add(remoteAddress)
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
      })
      const admit = onUpgrade(server)
      server.on('upgrade', (request, wire, head) => {
        if (mustBeTls(wire)) refuseUpgrade(wire, 404)
        else admit(request, wire, head)
      })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port }, resolve)
      })
      const disconnect = (name: CloseName) => {
        const before = [...sockets]
        connections.closeWhere(name, ({ via }) => via === server)
        // Time for the close codes to leave.
        setTimeout(() => before.forEach((socket) => socket.destroy()), 200)
      }
      const open: Listening = {
        port: (server.address() as AddressInfo).port,
        reached: () => reached,
        disconnect,
        async close() {
          if (!listening.delete(open)) return
          const closed = new Promise((resolve) => server.close(resolve))
          disconnect('removed')
          await closed
        },
      }
      listening.add(open)
      return open
    },
    async close() {
      await Promise.all([...listening].map((open) => open.close()))
    },
  }
}

/** Pages are led to where they are encrypted; nothing else is answered in the clear. The fragment goes along unseen. */
function leadToTls(request: IncomingMessage, reply: ServerResponse): void {
  const { method, url = '', headers } = request
  const isPage = (method === 'GET' || method === 'HEAD') && url.startsWith('/')
  if (isPage && isHost(headers.host))
    reply.writeHead(307, { location: `https://${headers.host}${url}`, 'cache-control': 'no-store' }).end()
  else reply.writeHead(403, { 'content-type': 'text/plain' }).end('Only over https.\n')
}

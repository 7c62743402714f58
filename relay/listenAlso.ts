// Listeners beside the first one, for networks where strangers are: they serve guests and nobody else.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Limits } from '../shared/relay/limits'
import type { Clients } from './clients'
import type { Connections } from './connections'
import type { ExtraListener, Listening } from './relay'

/** What guests use; everything else is asked of the listener's own `serves`. */
const forGuests = /^\/(healthz$|api\/join$|api\/sessions\/[^/]+\/)/

export interface ExtraListeners {
  listen(options: ExtraListener): Promise<Listening>
  /** True when `request` came through one of them. */
  has(request: IncomingMessage): boolean
  /** Limits raw connections by address, before anything is read from them; a proxy's are many people's. */
  guard(server: Server, limits: Limits): void
  close(): Promise<void>
}

type OnUpgrade = (via: object) => (request: IncomingMessage, wire: Duplex, head: Buffer) => void

export function listenAlso(
  app: FastifyInstance,
  onUpgrade: OnUpgrade,
  connections: Connections,
  limits: Limits,
  clients: Clients,
): ExtraListeners {
  const listening = new Set<Listening>()
  const outsideSockets = new WeakSet<Socket>()

  const guard = (server: Server, { connectionsPerAddress }: Limits) => {
    const byAddress = new Map<string, number>()
    server.headersTimeout = 10_000
    server.requestTimeout = 60_000
    server.on('connection', (socket: Socket) => {
      const address = socket.remoteAddress ?? ''
      if (clients.isProxy(address)) return
      const count = (byAddress.get(address) ?? 0) + 1
      byAddress.set(address, count)
      socket.once('close', () => {
        const left = (byAddress.get(address) ?? 1) - 1
        if (left > 0) byAddress.set(address, left)
        else byAddress.delete(address)
      })
      // Some more than sockets that are in: pages also load files, and the refusal itself needs a connection.
      if (count > connectionsPerAddress + 500) socket.destroy()
    })
  }

  return {
    guard,
    has: (request) => outsideSockets.has(request.socket),
    async listen({ host, port, serves }) {
      const sockets = new Set<Socket>()
      const server = createServer(
        { maxHeaderSize: 8 * 1024, connectionsCheckingInterval: 5000 },
        (request, reply) => {
          const path = (request.url ?? '/').split('?', 1)[0]!
          const method = request.method ?? 'GET'
          if (forGuests.test(path) || serves?.(method, path)) app.routing(request, reply)
          else reply.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n')
        },
      )
      guard(server, limits)
      server.on('connection', (socket: Socket) => {
        outsideSockets.add(socket)
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
      })
      server.on('upgrade', onUpgrade(server))
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port }, resolve)
      })
      const open: Listening = {
        port: (server.address() as AddressInfo).port,
        async close() {
          if (!listening.delete(open)) return
          connections.closeWhere('removed', ({ via }) => via === server)
          const closed = new Promise((resolve) => server.close(resolve))
          // Time for the close codes to leave.
          setTimeout(() => sockets.forEach((socket) => socket.destroy()), 200)
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

// Lets anybody try the network: small answers over HTTP, and one echo over a WebSocket. Needs no token, and keeps
// nothing but a count by address.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import type { z } from 'zod'
import { closeCodeOf } from '../shared/relay/closeCodes'
import { probeBytes, probeEchoBytes, type probed } from '../shared/relay/probe'
import type { Clients } from './clients'
import { refuse } from './http/refusals'
import { countTries } from './rateLimit'
import { RelaySocket, refuseSocket } from './relaySocket'

/** Echoes that may be under way at once, from anywhere; each costs a few kB. */
const mostEchoes = 200
/** So long (ms) one may take. */
const patience = 5000

type OnUpgrade = (via: object) => (request: IncomingMessage, wire: Duplex, head: Buffer) => void

export interface Probe {
  addRoutes(app: FastifyInstance): void
  /** Answers upgrades of `/probe/echo` itself and gives the others to `next`. */
  before(next: OnUpgrade): OnUpgrade
}

/** @param perMinute probes that one address may ask for. */
export function openProbe(perMinute: number, clients: Clients): Probe {
  const counted = countTries(perMinute)
  const mayProbe = (request: IncomingMessage) => {
    const { address } = clients.of(request)
    if (!counted.mayTry(address)) return false
    counted.failed(address)
    return true
  }
  const bytes = randomBytes(probeBytes)
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: probeEchoBytes,
    handleProtocols: () => false,
    WebSocket: RelaySocket,
  })
  let echoes = 0

  const echo = (request: IncomingMessage, wire: Duplex, head: Buffer) => {
    wire.on('error', () => wire.destroy())
    if (!mayProbe(request)) return refuseSocket(request, wire, 'tooFast')
    if (echoes >= mostEchoes) return refuseSocket(request, wire, 'tooMany')
    echoes++
    const late = setTimeout(() => wire.destroy(), patience)
    wire.once('close', () => {
      echoes--
      clearTimeout(late)
    })
    server.handleUpgrade(request, wire, head, (socket) => {
      socket.on('error', () => socket.terminate())
      socket.once('message', (message, isBinary) => {
        socket.send(message as Buffer, { binary: isBinary })
        socket.close(closeCodeOf('probed'), 'probed')
      })
    })
  }

  return {
    addRoutes(app) {
      app.get('/probe', async () => ({ now: Date.now() }) satisfies z.infer<typeof probed>)
      app.get('/probe/bytes', async (request, reply) => {
        if (!mayProbe(request.raw)) return refuse(reply, 'tooManyTries')
        return reply.type('application/octet-stream').send(bytes)
      })
    },
    before: (next) => (via) => {
      const admit = next(via)
      return (request, wire, head) =>
        request.url?.split('?', 1)[0] === '/probe/echo'
          ? echo(request, wire, head)
          : admit(request, wire, head)
    },
  }
}

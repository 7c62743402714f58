// The HTTP server, without its routes.
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Refusal } from '../../shared/relay/api'
import { isOutOfSpace } from '../diskWatch'
import type { Certificate } from '../relay'
import { RoomDamaged } from '../storage'
import { addHeaders } from './headers'
import { refuse } from './refusals'

/** Largest body (bytes) of a request that is no file. */
const bodyLimit = 64 * 1024

const server = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 6 * 1024 } as const

/** @param pace calls back when a request may be answered, before anything is done for it. */
export function openApp(
  log: Logger,
  origins: readonly string[],
  refused: (kind: string) => void,
  pace: (request: IncomingMessage, answer: () => void) => void,
  tls?: Certificate,
): FastifyInstance {
  const app: FastifyInstance = Fastify({
    bodyLimit,
    // Addresses carry tokens and ids: requests are counted, not logged.
    logger: false,
    // What is being answered is answered; connections that only wait are closed.
    forceCloseConnections: 'idle',
    serverFactory(serve) {
      const ask: typeof serve = (request, reply) => pace(request, () => serve(request, reply))
      return tls ? createTlsServer({ ...server, ...tls }, ask) : createServer(server, ask)
    },
    routerOptions: { maxParamLength: 100 },
  })
  addHeaders(app, origins)
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode >= 400 && typeof payload === 'string') refused(kindIn(payload))
    return payload
  })
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'notFound'))
  app.setErrorHandler((error: FastifyError | RoomDamaged, _request, reply) => {
    if (error instanceof RoomDamaged) {
      log.error({ reason: error.message }, 'room cannot be read')
      return refuse(reply, 'roomDamaged')
    }
    if (error.statusCode === 413) return refuse(reply, 'tooLarge')
    if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'malformed')
    log.error({ reason: error.message }, 'request failed')
    return refuse(reply, isOutOfSpace(error) ? 'diskFull' : 'storageFailed')
  })
  return app
}

function kindIn(payload: string): string {
  try {
    return (JSON.parse(payload) as Partial<Refusal>).kind ?? 'other'
  } catch {
    return 'other'
  }
}

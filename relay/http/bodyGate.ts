// Whoever sends a body says first who they are: of strangers nothing is kept in memory but what joining takes.
import type { FastifyInstance } from 'fastify'
import type { Relay } from '../relay'
import { refuse } from './refusals'

/** Largest body (bytes) of a request from somebody who need not be known. */
export const strangersBody = 4 * 1024

/** @param open paths, as routes name them, to which strangers may send a body. */
export function addBodyGate(app: FastifyInstance, relay: Relay, open: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { 'content-length': length = '0', 'transfer-encoding': transfer } = request.headers
    if ((length === '0' && transfer === undefined) || open.includes(request.routeOptions.url ?? '')) return
    const { admission } = relay
    if (admission.hasKey(request.raw) || (await admission.bearer(request.raw))) return
    // Nor is what they send read to its end.
    return refuse(reply.header('connection', 'close'), 'notAdmitted')
  })
}

// How the relay is, for whoever watches over it.
import type { FastifyInstance } from 'fastify'
import type { Relay } from '../relay'
import { isSameSecret } from '../secrets'
import { credential } from './admission'
import { refuse } from './refusals'

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** @param metricsKey opens `/metrics` beside the relay's own key. */
export function addStatusRoutes(app: FastifyInstance, relay: Relay, metricsKey?: string): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const readiness = await relay.status.readiness()
    return reply.code(readiness.ready ? 200 : 503).send(readiness)
  })
  app.get('/metrics', async (request, reply) => {
    const given = credential(request.raw) ?? ''
    const mayRead =
      relay.admission.hasKey(request.raw) || (metricsKey !== undefined && isSameSecret(given, metricsKey))
    if (!mayRead) return refuse(reply, 'notAdmitted')
    return reply.type(metricsType).send(await relay.status.metrics())
  })
}

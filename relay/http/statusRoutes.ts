// How the relay is, for whoever watches over it.
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics'
import type { Relay } from '../relay'
import { refuse } from './refusals'

export function addStatusRoutes(
  app: FastifyInstance,
  relay: Relay,
  metrics: Metrics,
  isReady: () => boolean,
): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => reply.code(isReady() ? 200 : 503).send({ ready: isReady() }))
  app.get('/metrics', async (request, reply) => {
    if (!relay.admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text())
  })
}

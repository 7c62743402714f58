// The way in for guests: a code or a secret and a name, for a token.
import type { FastifyInstance } from 'fastify'
import { joinRequest, type Joined } from '../../shared/relay/api'
import type { Entrance } from '../entrance'
import type { Relay } from '../relay'
import { refuse } from './refusals'

export function addJoinRoute(app: FastifyInstance, relay: Relay, entrance: Entrance): void {
  app.post('/api/join', async (request, reply) => {
    const body = joinRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const way = await entrance.find(body.data, relay.clientOf(request.raw).address)
    if ('refused' in way) return refuse(reply, way.refused)
    const { sessionId, role } = way
    const { token, memberId } = await relay.sessions.mintToken(sessionId, role, body.data.name)
    return { sessionId, token, role, memberId } satisfies Joined
  })
}

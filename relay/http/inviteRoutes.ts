// Invites of a session: made, listed, revoked by those who lead.
import type { FastifyInstance } from 'fastify'
import { inviteRequest } from '../../shared/relay/api'
import { mayInvite } from '../../shared/relay/roles'
import type { Relay } from '../relay'
import { admitLeader } from './admission'
import { refuse } from './refusals'

export function addInviteRoutes(app: FastifyInstance, { admission, invites }: Relay): void {
  app.post('/api/sessions/:id/invites', async (request, reply) => {
    const leader = await admitLeader(admission, request, reply)
    if (!leader) return reply
    const body = inviteRequest.safeParse(request.body)
    if (!body.success || (body.data.expiresAt ?? Infinity) <= Date.now()) return refuse(reply, 'malformed')
    if (!mayInvite(leader.role, body.data.role)) return refuse(reply, 'notAllowed')
    const made = await invites.add(leader.sessionId, body.data)
    return made === 'full' ? refuse(reply, 'quota') : reply.code(201).send(made)
  })

  app.get('/api/sessions/:id/invites', async (request, reply) => {
    const leader = await admitLeader(admission, request, reply)
    return leader ? invites.list(leader.sessionId) : reply
  })

  app.delete('/api/sessions/:id/invites/:invite', async (request, reply) => {
    const leader = await admitLeader(admission, request, reply)
    if (!leader) return reply
    const { invite } = request.params as { invite: string }
    return (await invites.revoke(leader.sessionId, invite))
      ? reply.code(204).send()
      : refuse(reply, 'notFound')
  })
}

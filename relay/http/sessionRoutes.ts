// Sessions and who belongs to them: creating, members, locks, invites.
import type { FastifyInstance } from 'fastify'
import {
  createSessionRequest,
  inviteRequest,
  lockRequest,
  type CreatedSession,
  type Me,
} from '../../shared/relay/api'
import type { Relay } from '../relay'
import { admitMember } from './admission'
import { refuse } from './refusals'

export function addSessionRoutes(app: FastifyInstance, relay: Relay): void {
  const { admission, sessions } = relay

  app.post('/api/sessions', async (request, reply) => {
    if (!admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    const body = createSessionRequest.safeParse(request.body ?? {})
    if (!body.success) return refuse(reply, 'malformed')
    const { sessionId, token } = await sessions.create({}, body.data.name)
    return reply.code(201).send({ sessionId, token } satisfies CreatedSession)
  })

  app.get('/api/sessions/:id/me', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    return member ? (member satisfies Me) : reply
  })

  app.get('/api/sessions/:id/members', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    return member ? sessions.members(member.sessionId) : reply
  })

  app.put('/api/sessions/:id/locks', async (request, reply) => {
    const member = await admitMember(admission, request, reply, ['facilitator'])
    if (!member) return reply
    const body = lockRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    await sessions.setLock(member.sessionId, body.data.room, body.data.locked)
    return { locked: await sessions.locks(member.sessionId) }
  })

  app.get('/api/sessions/:id/locks', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    return member ? { locked: await sessions.locks(member.sessionId) } : reply
  })

  app.post('/api/sessions/:id/invites', async (request, reply) => {
    const member = await admitMember(admission, request, reply, ['facilitator'])
    if (!member) return reply
    const body = inviteRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    return reply.code(201).send(await sessions.invite(member.sessionId, body.data.role))
  })
}

// Sessions: creating them, who one is in them, what is locked.
import type { FastifyInstance } from 'fastify'
import { createSessionRequest, lockRequest, type CreatedSession, type Me } from '../../shared/relay/api'
import type { Relay } from '../relay'
import { endOfSession } from '../retention'
import { admitLeader, admitMember } from './admission'
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
    if (!member) return reply
    const endsAt = await endOfSession(relay, member.sessionId)
    return { ...member, ...(endsAt !== undefined && { endsAt }) } satisfies Me
  })

  app.put('/api/sessions/:id/locks', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
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
}

// What the hosted relay offers to desks: whether a key is right, a token for an uplink, the rooms there are, the end.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { uplinkRequest, type keyAnswer, type roomList, type uplinkToken } from '../../shared/relay/uplink'
import { admitLeader, admitMember } from '../http/admission'
import { refuse } from '../http/refusals'
import type { Relay } from '../relay'

export function addUplinkRoutes(app: FastifyInstance, relay: Relay): void {
  const { admission, sessions, rooms } = relay

  app.get('/api/key', async (request, reply) => {
    if (!admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    return { mayCreate: true } satisfies z.infer<typeof keyAnswer>
  })

  app.post('/api/sessions/:id/uplink', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
    if (!member) return reply
    // An uplink makes no further ones: those are for people.
    if (member.isUplink) return refuse(reply, 'notAllowed')
    const body = uplinkRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const token = await sessions.mintUplink(member.sessionId, member.memberId, body.data.deskId)
    return reply.code(201).send({ token } satisfies z.infer<typeof uplinkToken>)
  })

  app.get('/api/sessions/:id/rooms', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
    if (!member) return reply
    return { rooms: await rooms.list(member.sessionId) } satisfies z.infer<typeof roomList>
  })

  app.delete('/api/sessions/:id', async (request, reply) => {
    const member = await admitMember(admission, request, reply, (role) => role === 'facilitator')
    if (!member) return reply
    if (!member.isUplink) return refuse(reply, 'notAllowed')
    await sessions.delete(member.sessionId)
    return reply.code(204).send()
  })
}

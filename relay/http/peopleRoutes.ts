// Members of a session, and what they may do to one another.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { handoverRequest, memberChange, sessionId } from '../../shared/relay/api'
import type { Done } from '../people'
import type { Relay } from '../relay'
import { admitMember } from './admission'
import { refuse } from './refusals'

export function addPeopleRoutes(app: FastifyInstance, { admission, people, lead }: Relay): void {
  const answer = (reply: FastifyReply, done: Done) =>
    done === 'done' ? reply.code(204).send() : refuse(reply, done.refused)

  app.get('/api/sessions/:id/members', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    return member ? people.list(member.sessionId) : reply
  })

  app.patch('/api/sessions/:id/members/:member', async (request, reply) => {
    const actor = await admitMember(admission, request, reply)
    if (!actor) return reply
    const body = memberChange.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const { member } = request.params as { member: string }
    const changed = await people.change(actor, member, body.data)
    return 'refused' in changed ? refuse(reply, changed.refused) : changed
  })

  app.delete('/api/sessions/:id/members/:member', async (request, reply) => {
    const actor = await admitMember(admission, request, reply)
    if (!actor) return reply
    const { member } = request.params as { member: string }
    return answer(reply, await people.remove(actor, member))
  })

  app.post('/api/sessions/:id/handover', async (request, reply) => {
    const isKeyHolder = admission.hasKey(request.raw)
    const actor = isKeyHolder ? undefined : await admitMember(admission, request, reply)
    if (!isKeyHolder && !actor) return reply
    const body = handoverRequest.safeParse(request.body)
    const id = sessionId.safeParse((request.params as { id: string }).id)
    if (!body.success || !id.success) return refuse(reply, 'malformed')
    const { memberId } = body.data
    return answer(reply, await (actor ? people.handOver(actor, memberId) : people.promote(id.data, memberId)))
  })

  app.get('/api/sessions/:id/takeover', async (request, reply) => {
    const actor = await admitMember(admission, request, reply, (role) => role === 'coFacilitator')
    return actor ? { waitMs: await lead.waitMs(actor.sessionId) } : reply
  })

  app.post('/api/sessions/:id/takeover', async (request, reply) => {
    const actor = await admitMember(admission, request, reply)
    return actor ? answer(reply, await people.takeOver(actor)) : reply
  })
}

// What the hosted relay offers to desks: whether a key is right, a token for an uplink, the rooms there are, the end.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { uplinkRequest, type keyAnswer, type roomList, type uplinkToken } from '../../shared/relay/uplink'
import { admitLeader, admitMember, credential } from '../http/admission'
import { refuse } from '../http/refusals'
import type { Admitted, Relay } from '../relay'
import { idAtDesk } from './vouch'
import { join, keepLed, mayTakeFrom, standingShape, type Standing } from './standing'

/** Some thousand members and their facts. */
const mostStandingBytes = 4 * 1024 * 1024

export function addUplinkRoutes(app: FastifyInstance, relay: Relay): void {
  const { admission, sessions, rooms, standing } = relay

  const letGo = async (owner: Admitted, chosen: (memberId: string) => boolean) => {
    for (const { memberId } of await relay.people.list(owner.sessionId))
      if (chosen(memberId)) await relay.people.remove(owner, memberId)
  }

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
    await standing.begin(member.sessionId)
    await standing.note(member.sessionId)
    const token = await sessions.mintUplink(member.sessionId, member.memberId, body.data.deskId)
    return reply.code(201).send({ token } satisfies z.infer<typeof uplinkToken>)
  })

  app.post('/api/sessions/:id/standing', { bodyLimit: mostStandingBytes }, async (request, reply) => {
    const owner = await admitLeader(admission, request, reply)
    if (!owner) return reply
    if (!owner.isUplink) return refuse(reply, 'notAllowed')
    const theirs = standingShape.safeParse((request.body as { standing?: unknown } | null)?.standing)
    if (!theirs.success) return refuse(reply, 'malformed')
    const now = Date.now()
    const became = await standing.become(owner.sessionId, (ours) =>
      keepLed(ours, join(ours, notAfter(now, theirs.data), mayTakeFrom(owner, ours))),
    )
    return became ? { standing: became, now } : refuse(reply, 'notFound')
  })

  relay.changes.listen((change) => {
    // Not waited for: it has its turn after what told of the change, which may be an exchange itself.
    if (change.kind === 'locks' || change.kind === 'member' || change.kind === 'removed')
      void standing.note(change.sessionId).catch(() => {})
    if (change.kind === 'deleted') void standing.forget(change.sessionId).catch(() => {})
  })

  app.delete('/api/sessions/:id/uplink', async (request, reply) => {
    const owner = await admitLeader(admission, request, reply)
    if (!owner) return reply
    if (!owner.isUplink) return refuse(reply, 'notAllowed')
    await letGo(owner, (id) => idAtDesk(owner.memberId, id) !== undefined)
    await sessions.revokeUplink(credential(request.raw) ?? '')
    return reply.code(204).send()
  })

  // Nobody is here any more but the desk, which fetches what was written last.
  app.post('/api/sessions/:id/end', async (request, reply) => {
    const owner = await admitMember(admission, request, reply, (role) => role === 'facilitator')
    if (!owner) return reply
    if (!owner.isUplink) return refuse(reply, 'notAllowed')
    await relay.doors.close(owner.sessionId)
    await relay.invites.deleteAll(owner.sessionId)
    await relay.waitingRoom.deleteAll(owner.sessionId)
    // Those who are at the desk stay there.
    await letGo(owner, (id) => id !== owner.memberId && idAtDesk(owner.memberId, id) === undefined)
    return reply.code(204).send()
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

/** A desk whose clock is ahead does not win over what is changed here later. */
function notAfter(now: number, standing: Standing): Standing {
  return Object.fromEntries(
    Object.entries(standing).map(([key, { at, value }]) => [key, { at: Math.min(at, now), value }]),
  )
}

// The way in for guests: a code or a secret and a name, for a token, or for a ticket to wait with.
import type { FastifyInstance } from 'fastify'
import { joinRequest, waitingRequest, type Joined } from '../../shared/relay/api'
import type { Entrance } from '../entrance'
import type { Relay } from '../relay'
import { strangersBody } from './bodyGate'
import { refuse } from './refusals'

/** Where people come who are not known yet. */
export const joinPaths = ['/api/join', '/api/join/waiting'] as const
const small = { bodyLimit: strangersBody }

export function addJoinRoutes(app: FastifyInstance, relay: Relay, entrance: Entrance): void {
  const { sessions, waitingRoom, invites } = relay

  app.post(joinPaths[0], small, async (request, reply) => {
    const body = joinRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const { name } = body.data
    const way = await entrance.find(body.data, relay.clientOf(request.raw).address)
    if ('refused' in way) return refuse(reply, way.refused)
    const { sessionId, role, invite } = way
    try {
      if (!(await waitingRoom.isOn(sessionId))) {
        const { token, memberId } = await sessions.mintToken(sessionId, role, name)
        return { sessionId, token, role, memberId } satisfies Joined
      }
      const waiting = await waitingRoom.wait(way, name)
      if (waiting !== 'full') return reply.code(202).send({ waiting: waiting.ticket })
    } catch (problem) {
      if (invite !== undefined) await invites.giveBack(invite)
      throw problem
    }
    if (invite !== undefined) await invites.giveBack(invite)
    return refuse(reply, 'quota')
  })

  app.post(joinPaths[1], small, async (request, reply) => {
    const body = waitingRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const { ticket, holdMs } = body.data
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    if (holdMs > 0) await waitingRoom.whenSettled(ticket, holdMs, gone.signal)
    return (await waitingRoom.look(ticket)) ?? refuse(reply, 'notAdmitted')
  })

  app.delete(joinPaths[1], small, async (request, reply) => {
    const body = waitingRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    await waitingRoom.giveUp(body.data.ticket)
    return reply.code(204).send()
  })
}

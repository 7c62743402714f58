// The way in for guests: a code or a secret and a name, for a token, or for a ticket to wait with.
import type { FastifyInstance } from 'fastify'
import { joinRequest, waitingRequest, type Joined, type Refusal } from '../../shared/relay/api'
import type { Entrance, Way } from '../entrance'
import { countTries } from '../rateLimit'
import type { Relay } from '../relay'
import { strangersBody } from './bodyGate'
import { refuse } from './refusals'

/** Where people come who are not known yet. */
export const joinPaths = ['/api/join', '/api/join/waiting'] as const
const small = { bodyLimit: strangersBody }

export function addJoinRoutes(app: FastifyInstance, relay: Relay, entrance: Entrance): void {
  const { sessions, waitingRoom, invites, limits } = relay
  const joins = countTries(limits.joinsPerMinute)

  /** Why nobody more comes in just now by this door or invite; counts whoever does. */
  const isCrowded = async ({ sessionId, invite }: Way): Promise<Refusal['kind'] | undefined> => {
    const by = invite ?? sessionId
    if (!joins.mayTry(by)) return 'manyJoining'
    joins.failed(by)
    return (await sessions.everJoined(sessionId)) < limits.membersPerSession ? undefined : 'tooManyMembers'
  }

  app.post(joinPaths[0], small, async (request, reply) => {
    const body = joinRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const { name } = body.data
    const way = await entrance.find(body.data, relay.clientOf(request.raw).address)
    if ('refused' in way) return refuse(reply, way.refused)
    const { sessionId, role, invite } = way
    let why: Refusal['kind'] = 'quota'
    try {
      const crowded = await isCrowded(way)
      if (crowded) why = crowded
      else if (!(await waitingRoom.isOn(sessionId))) {
        const { token, memberId } = await sessions.mintToken(sessionId, role, name)
        return { sessionId, token, role, memberId } satisfies Joined
      } else {
        const waiting = await waitingRoom.wait(way, name)
        if (waiting !== 'full') return reply.code(202).send({ waiting: waiting.ticket })
      }
    } catch (problem) {
      if (invite !== undefined) await invites.giveBack(invite)
      throw problem
    }
    if (invite !== undefined) await invites.giveBack(invite)
    return refuse(reply, why)
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

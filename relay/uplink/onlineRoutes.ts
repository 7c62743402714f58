// "Share online" for the facilitator's own page, whoever holds the key of this launch. Shapes: shared/relay/online.ts.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inviteRequest, sessionId, waitingChoice, waitingSetting } from '../../shared/relay/api'
import {
  newOrganisation,
  onlineDoorRequest,
  openOnline,
  startOnline,
  type OnlineProblem,
  type Organisation,
} from '../../shared/relay/online'
import { readAddress } from '../../shared/relay/onlineAddress'
import { refuse } from '../http/refusals'
import type { Relay } from '../relay'
import { isProblem, whyNotKey, type Problem } from './hostedSession'
import type { OrganisationFile } from './organisation'
import type { Uplinks } from './uplinks'

/** @param file where this desk keeps the organisation itself; without one a desktop does, and these paths do not exist. */
export async function addOnlineRoutes(
  app: FastifyInstance,
  relay: Relay,
  uplinks: Uplinks,
  file?: OrganisationFile,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!relay.admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    })
    addKeyRoute(scope)
    if (file) addOrganisationRoutes(scope, file)
    addSharingRoutes(scope, relay, uplinks)
  })
}

function addKeyRoute(scope: FastifyInstance): void {
  // Whether the organisation's relay is there and knows the key, before anything is kept.
  scope.post('/api/online/check', async (request, reply) => {
    const body = newOrganisation.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const address = readAddress(body.data.address)
    if (!address) return refuseOnline(reply, 'badAddress')
    const problem = await whyNotKey(address, body.data.key.trim())
    return problem ? refuseOnline(reply, problem.problem) : { address }
  })
}

function addOrganisationRoutes(scope: FastifyInstance, file: OrganisationFile): void {
  const path = '/api/online/organisation'
  const show = (address: string): Organisation => ({ address, protection: file.protection })

  scope.get(path, async (_request, reply) => {
    const kept = await file.read()
    return kept ? show(kept.address) : refuse(reply, 'notFound')
  })
  scope.put(path, async (request, reply) => {
    const body = newOrganisation.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const address = readAddress(body.data.address)
    if (!address) return refuseOnline(reply, 'badAddress')
    await file.write({ address, key: body.data.key.trim() })
    return show(address)
  })
  scope.delete(path, async (_request, reply) => {
    await file.forget()
    return reply.code(204).send()
  })
}

function addSharingRoutes(scope: FastifyInstance, { sessions }: Relay, uplinks: Uplinks): void {
  const path = '/api/online/sessions/:id'
  const answer = <T extends object>(reply: FastifyReply, given: T | Problem | undefined) =>
    given === undefined
      ? refuse(reply, 'notFound')
      : isProblem(given)
        ? refuseOnline(reply, given.problem)
        : given

  scope.get(path, async (request, reply) => answer(reply, uplinks.of(idOf(request))))

  scope.post(path, async (request, reply) => {
    const body = startOnline.safeParse(request.body ?? {})
    if (!body.success) return refuse(reply, 'malformed')
    const id = idOf(request)
    if (!(await sessions.exists(id))) return refuse(reply, 'notFound')
    return answer(reply, await uplinks.start(id, body.data.name))
  })
  scope.delete(path, async (request, reply) => {
    await uplinks.stop(idOf(request))
    return reply.code(204).send()
  })
  scope.put(`${path}/door`, async (request, reply) => {
    const body = onlineDoorRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const door = await uplinks.setDoor(idOf(request), body.data.open)
    return door === null ? reply.code(204).send() : answer(reply, door)
  })
  scope.put(`${path}/waiting`, async (request, reply) => {
    const body = waitingSetting.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    return answer(reply, await uplinks.rightsOf(idOf(request))?.switchWaiting(body.data.isOn))
  })
  for (const how of ['admit', 'refuse'] as const)
    scope.post(`${path}/waiting/${how}`, async (request, reply) => {
      const body = waitingChoice.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      return answer(reply, await uplinks.rightsOf(idOf(request))?.settleWaiting(body.data.ids, how))
    })
  scope.get(`${path}/invites`, async (request, reply) =>
    answer(reply, await uplinks.rightsOf(idOf(request))?.listInvites()),
  )
  scope.post(`${path}/invites`, async (request, reply) => {
    const body = inviteRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    return answer(reply, await uplinks.rightsOf(idOf(request))?.invite(body.data))
  })
  scope.delete(`${path}/invites/:invite`, async (request, reply) => {
    const { invite } = request.params as { invite: string }
    if (!/^[0-9a-f]{64}$/.test(invite)) return refuse(reply, 'notFound')
    const revoked = await uplinks.rightsOf(idOf(request))?.revokeInvite(invite)
    return revoked === null ? reply.code(204).send() : answer(reply, revoked)
  })
  scope.post('/api/online/open', async (request, reply) => {
    const body = openOnline.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    return answer(reply, await uplinks.open(body.data))
  })
}

/** A refusal that has to do with the other end: its own catalogue of kinds, so that each is put in words. */
function refuseOnline(reply: FastifyReply, kind: OnlineProblem): FastifyReply {
  return reply.code(kind === 'badAddress' || kind === 'badLink' ? 400 : 502).send({ kind })
}

function idOf(request: FastifyRequest): string {
  return sessionId.safeParse((request.params as { id?: unknown }).id).data ?? ''
}

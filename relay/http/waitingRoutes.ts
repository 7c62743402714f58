// The waiting room, for those who lead.
import type { FastifyInstance } from 'fastify'
import { waitingChoice, waitingSetting, type WaitingRoom } from '../../shared/relay/api'
import type { Relay } from '../relay'
import { admitLeader } from './admission'
import { refuse } from './refusals'

export function addWaitingRoutes(app: FastifyInstance, { admission, waitingRoom }: Relay): void {
  const show = async (sessionId: string): Promise<WaitingRoom> => ({
    isOn: await waitingRoom.isOn(sessionId),
    people: await waitingRoom.list(sessionId),
  })

  app.get('/api/sessions/:id/waiting', async (request, reply) => {
    const leader = await admitLeader(admission, request, reply)
    return leader ? show(leader.sessionId) : reply
  })

  app.put('/api/sessions/:id/waiting', async (request, reply) => {
    const leader = await admitLeader(admission, request, reply)
    if (!leader) return reply
    const body = waitingSetting.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    await waitingRoom.setOn(leader.sessionId, body.data.isOn)
    return show(leader.sessionId)
  })

  for (const [path, state] of [
    ['admit', 'admitted'],
    ['refuse', 'refused'],
  ] as const)
    app.post(`/api/sessions/:id/waiting/${path}`, async (request, reply) => {
      const leader = await admitLeader(admission, request, reply)
      if (!leader) return reply
      const body = waitingChoice.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      await waitingRoom.settle(leader.sessionId, body.data.ids, state)
      return show(leader.sessionId)
    })
}

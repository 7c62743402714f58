// The door of a session, for those who lead; only where the relay was told how guests reach it.
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { doorRequest, type Door } from '../../shared/relay/api'
import type { Doorway, OpenDoor, Relay } from '../relay'
import { admitLeader } from './admission'
import { refuse } from './refusals'

export function addDoorRoutes(app: FastifyInstance, relay: Relay, doorway: Doorway, log: Logger): void {
  const { admission, doors } = relay
  const show = async (open: OpenDoor): Promise<Door> => ({
    code: open.code,
    role: open.role,
    addresses: await doorway.open(open),
    openedAt: open.openedAt,
  })
  const shut = async (sessionId: string) => {
    await doors.close(sessionId)
    if (doors.list().length === 0) await doorway.closed()
  }

  app.post('/api/sessions/:id/door', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
    if (!member) return reply
    const body = doorRequest.safeParse(request.body ?? {})
    if (!body.success) return refuse(reply, 'malformed')
    try {
      return await show(await doors.open(member.sessionId, body.data.role))
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'door failed')
      await shut(member.sessionId)
      return refuse(reply, 'doorFailed')
    }
  })

  app.get('/api/sessions/:id/door', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
    if (!member) return reply
    const open = await doors.read(member.sessionId)
    return open ? show(open) : refuse(reply, 'notFound')
  })

  app.delete('/api/sessions/:id/door', async (request, reply) => {
    const member = await admitLeader(admission, request, reply)
    if (!member) return reply
    await shut(member.sessionId)
    return reply.code(204).send()
  })
}

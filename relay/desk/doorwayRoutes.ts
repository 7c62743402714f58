// The doorway, for whoever has the key of this launch: how devices in the room reach this computer.
import type { FastifyInstance } from 'fastify'
import { doorwayChange } from '../../shared/relay/doorway'
import { refuse } from '../http/refusals'
import type { Relay } from '../relay'
import type { LanDoorway } from './lanDoorway'

export function addDoorwayRoutes(app: FastifyInstance, relay: Relay, doorway: LanDoorway): void {
  app.get('/api/doorway', async (request, reply) =>
    relay.admission.hasKey(request.raw) ? doorway.status() : refuse(reply, 'notAdmitted'),
  )

  app.put('/api/doorway', async (request, reply) => {
    if (!relay.admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    const wanted = doorwayChange.safeParse(request.body)
    if (!wanted.success) return refuse(reply, 'malformed')
    try {
      return await doorway.change(wanted.data)
    } catch {
      return refuse(reply, 'storageFailed')
    }
  })
}

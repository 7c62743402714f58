import { z } from 'zod'
import { roles } from '../../shared/relay/roles'
import type { Presence, Room } from './session'

const user = z.object({
  memberId: z.string(),
  name: z.string().max(200),
  role: z.enum(roles),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
})

/** Everybody in the room but this page, in a steady order. States without the relay's mark are left out. */
export function readPresence(room: Room): Presence[] {
  const present: Presence[] = []
  room.awareness.getStates().forEach((state, clientId) => {
    if (clientId === room.awareness.clientID) return
    const who = user.safeParse(state.user)
    if (who.success) present.push({ clientId, ...who.data, state })
  })
  return present.sort((a, b) => a.clientId - b.clientId)
}

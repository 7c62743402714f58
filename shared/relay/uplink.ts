// What a desk asks of the hosted relay beside what every member may: shapes of requests and answers.
import { z } from 'zod'
import { isRoomName, type RoomName } from './roles'

/** `GET /api/key` (key): 200 when the key is right. */
export const keyAnswer = z.object({ mayCreate: z.literal(true) })

/** An id of a member, here or at a desk. */
export const memberIdShape = z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/)

/** `POST /api/sessions/:id/uplink` (who leads): under which id the member's own desk knows them. */
export const uplinkRequest = z.object({ deskId: memberIdShape })
/** → a token for the uplink of that desk. */
export const uplinkToken = z.object({ token: z.string() })

/** `POST /api/sessions/:id/standing` (an uplink) : `{standing}` → how it stands now, and the relay’s time. */
export const standingAnswer = z.object({ standing: z.unknown(), now: z.number() })

/** `GET /api/sessions/:id/rooms` (who leads): rooms with content. */
export const roomList = z.object({
  rooms: z.array(z.custom<RoomName>((name) => typeof name === 'string' && isRoomName(name))),
})

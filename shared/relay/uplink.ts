// What a desk asks of the hosted relay beside what every member may: shapes of requests and answers.
import { z } from 'zod'
import { isRoomName, type RoomName } from './roles'

/** `GET /api/key` (key): 200 when the key is right. */
export const keyAnswer = z.object({ mayCreate: z.literal(true) })

/** `POST /api/sessions/:id/uplink` (who leads) → a token for the uplink of this member's own desk. */
export const uplinkToken = z.object({ token: z.string() })

/** `GET /api/sessions/:id/rooms` (who leads): rooms with content. */
export const roomList = z.object({
  rooms: z.array(z.custom<RoomName>((name) => typeof name === 'string' && isRoomName(name))),
})

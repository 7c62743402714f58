// The HTTP side of the relay: shapes of requests and answers, checked with zod at both ends.
// Paths and who may call them stand in docs/relay-protocol.md.
import { z } from 'zod'
import { isRoomName, roles, type RoomName } from './roles'

export const sessionId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
export const memberName = z.string().trim().min(1).max(60)

/** `POST /api/sessions`: how the facilitator is shown to the others. */
export const createSessionRequest = z.object({ name: memberName.optional() })

/** `POST /api/sessions` (key) → a new empty session and a facilitator's token. */
export const createdSession = z.object({ sessionId, token: z.string() })
export type CreatedSession = z.infer<typeof createdSession>

/** `POST /api/join`: a code typed by hand or the secret from a link or QR, and the name to be shown. */
export const joinRequest = z
  .object({ code: z.string().max(20).optional(), secret: z.string().max(100).optional(), name: memberName })
  .refine((join) => Boolean(join.code) !== Boolean(join.secret), 'either a code or a secret')
export type JoinRequest = z.infer<typeof joinRequest>

export const joined = z.object({ sessionId, token: z.string(), role: z.enum(roles), memberId: z.string() })
export type Joined = z.infer<typeof joined>

/** `GET /api/sessions/:id/members` (token): everyone who has joined; `here` is true while one of their sockets is open. */
export const member = z.object({
  memberId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  here: z.boolean(),
})
export type Member = z.infer<typeof member>

/** `GET /api/sessions/:id/me` (token): who the token makes one. */
export const me = z.object({ sessionId, memberId: z.string(), name: z.string(), role: z.enum(roles) })
export type Me = z.infer<typeof me>

/** `PUT /api/sessions/:id/locks` (facilitator): a room, or the whole session, read-only for participants. */
export const lockRequest = z.object({
  room: z.union([
    z.literal('all'),
    z.custom<RoomName>((name) => typeof name === 'string' && isRoomName(name)),
  ]),
  locked: z.boolean(),
})
/** `GET` and `PUT /api/sessions/:id/locks`: what is locked now. */
export const lockedRooms = z.object({ locked: z.array(z.string()) })

/** `POST /api/sessions/:id/invites` (facilitator) → {@link invited}. */
export const inviteRequest = z.object({ role: z.enum(roles) })
/** A secret to join with; it is shown here once. */
export const invited = z.object({ secret: z.string() })

/** An open door: how guests in this room reach the session. `POST /api/sessions/:id/door` (facilitator), body {@link doorRequest}. */
export const doorRequest = z.object({ role: z.enum(['participant', 'observer']).default('participant') })
export const door = z.object({
  /** Six letters without look-alikes, shown in groups of three. */
  code: z.string(),
  role: z.enum(['participant', 'observer']),
  /** One per network interface, likeliest first; `url` carries the secret in its fragment, `shortUrl` is typed by hand. */
  addresses: z.array(z.object({ interface: z.string(), url: z.url(), shortUrl: z.string() })),
  openedAt: z.number(),
})
export type Door = z.infer<typeof door>

/** `POST /api/sessions/:id/assets` (token that may write): the stored picture. Type is judged by content. */
export const storedAsset = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  bytes: z.number().int(),
})
export type StoredAsset = z.infer<typeof storedAsset>

/** Every refusal over HTTP: a status and this body. Pages translate by `kind`. */
export const refusalKinds = [
  'malformed',
  'notAdmitted',
  'notAllowed',
  'notFound',
  'wrongCode',
  'tooManyTries',
  'tooLarge',
  'wrongType',
  'quota',
  'storageFailed',
  'damagedFile',
  'newerFile',
  'doorFailed',
] as const
export const refusal = z.object({ kind: z.enum(refusalKinds), sentence: z.string() })
export type Refusal = z.infer<typeof refusal>

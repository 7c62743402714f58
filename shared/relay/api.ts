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

/** `POST /api/join` while the waiting room is on (status 202): the ticket to ask {@link waitingAnswer} with. */
export const toldToWait = z.object({ waiting: z.string() })

/** `POST /api/join/waiting`: with `holdMs` the answer comes when something was decided, at the latest after so long. */
export const waitingRequest = z.object({
  ticket: z.string().max(100),
  holdMs: z.number().int().min(0).max(25_000).default(0),
})
/** Let in, the ticket is the token. An unknown or expired ticket is refused with `notAdmitted`. */
export const waitingAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('refused') }),
  joined.extend({ state: z.literal('joined') }),
])
export type WaitingAnswer = z.infer<typeof waitingAnswer>

/** `GET /api/sessions/:id/waiting` (leaders): whether newcomers wait, and who does, in the order of coming. */
export const waitingRoom = z.object({
  isOn: z.boolean(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles), since: z.number() })),
})
export type WaitingRoom = z.infer<typeof waitingRoom>
/** `PUT /api/sessions/:id/waiting` (leaders) → {@link waitingRoom}. Off lets in everybody who waits. */
export const waitingSetting = z.object({ isOn: z.boolean() })
/** `POST /api/sessions/:id/waiting/admit` and `…/refuse` (leaders) → {@link waitingRoom}. Unknown ids are passed over. */
export const waitingChoice = z.object({ ids: z.array(z.string().max(100)).min(1).max(1000) })

/** `GET /api/sessions/:id/members` (token): everyone who belongs to it; `here` is true while one of their sockets is open. */
export const member = z.object({
  memberId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** May not write, whatever the role. */
  isMuted: z.boolean(),
  here: z.boolean(),
})
export type Member = z.infer<typeof member>

/** `PATCH /api/sessions/:id/members/:memberId` (leaders; one's own name: anybody) → {@link member}. */
export const memberChange = z
  .object({
    name: memberName,
    isMuted: z.boolean(),
    role: z.enum(['coFacilitator', 'participant', 'observer']),
  })
  .partial()
  .strict()
export type MemberChange = z.infer<typeof memberChange>

/** `GET /api/sessions/:id/me` (token): who the token makes one. */
export const me = z.object({
  sessionId,
  memberId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  isMuted: z.boolean(),
  /** When the session is deleted if nobody changes anything (ms since 1970), where that is soon. */
  endsAt: z.number().optional(),
})
export type Me = z.infer<typeof me>

/** `POST /api/sessions/:id/handover`: this member becomes facilitator. */
export const handoverRequest = z.object({ memberId: z.string() })
/** `GET /api/sessions/:id/takeover` (coFacilitator): how long (ms) until `POST` there makes one facilitator; 0: now. */
export const takeover = z.object({ waitMs: z.number() })

/** `PUT /api/sessions/:id/locks` (leaders): a room, or the whole session, read-only for participants. */
export const lockRequest = z.object({
  room: z.union([
    z.literal('all'),
    z.custom<RoomName>((name) => typeof name === 'string' && isRoomName(name)),
  ]),
  locked: z.boolean(),
})
/** `GET` and `PUT /api/sessions/:id/locks`: what is locked now. */
export const lockedRooms = z.object({ locked: z.array(z.string()) })

/** `POST /api/sessions/:id/invites` (leaders; `facilitator` only by one) → {@link invited}. */
export const inviteRequest = z.object({
  role: z.enum(roles),
  /** ms since 1970; without it the invite is good until it is revoked. */
  expiresAt: z.number().int().positive().optional(),
  /** How many may join with it. */
  uses: z.number().int().min(1).max(10_000).optional(),
})
export type InviteRequest = z.infer<typeof inviteRequest>
/** A secret to join with; it is shown here once. */
export const invited = z.object({ id: z.string(), secret: z.string() })
/** `GET /api/sessions/:id/invites` (leaders): what `DELETE …/invites/:id` revokes. */
export const invite = z.object({
  id: z.string(),
  role: z.enum(roles),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  usesLeft: z.number().nullable(),
})
export type Invite = z.infer<typeof invite>

/** An open door: how guests in this room reach the session. `POST /api/sessions/:id/door` (leaders), body {@link doorRequest}. */
export const doorRequest = z.object({ role: z.enum(['participant', 'observer']).default('participant') })
export const door = z.object({
  /** Six to ten letters without look-alikes, shown in groups of three. */
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
  'manyJoining',
  'tooManyMembers',
  'tooLarge',
  'wrongType',
  'damagedPicture',
  'tooManyPixels',
  'quota',
  'sessionFull',
  'facilitatorHere',
  'lastFacilitator',
  'storageFailed',
  'diskFull',
  'roomDamaged',
  'damagedFile',
  'newerFile',
  'doorFailed',
] as const
export const refusal = z.object({ kind: z.enum(refusalKinds), sentence: z.string() })
export type Refusal = z.infer<typeof refusal>

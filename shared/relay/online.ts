// "Share online": what the facilitator's page asks of its own desk, which alone talks to the organisation's relay.
// All paths want the key of this launch. The organisation's key goes in and never comes out.
import { z } from 'zod'
import { invite, memberName, waitingRoom } from './api'
import { roles } from './roles'

/**
 * How the organisation's key is kept: by the system's own means, hardly at all, or in a file of its owner's;
 * `unreadable`: it is there, but the system does not give it back, so it has to be typed again.
 */
export const keyProtections = ['system', 'unprotected', 'file', 'unreadable'] as const
export type KeyProtection = (typeof keyProtections)[number]

/** `GET /api/online/organisation`; 404 `notFound` while none is set. */
export const organisation = z.object({ address: z.url(), protection: z.enum(keyProtections) })
export type Organisation = z.infer<typeof organisation>

/** `PUT /api/online/organisation`, on the web start; a desktop goes by its bridge, for the system's safe storage. */
export const newOrganisation = z.object({
  address: z.string().min(1).max(300),
  key: z.string().min(1).max(200),
})
export type NewOrganisation = z.infer<typeof newOrganisation>
/** `POST /api/online/check`: the address as it is kept, when the organisation's relay answers there and takes the key. */
export const checkedOrganisation = z.object({ address: z.url() })

/**
 * Why something online did not work, each with a sentence of what to do.
 * `unreachable`: no answer; `certificate`: what answered could not prove who it is; `notARelay`: something else answers
 * there; `badAddress`: not https; `badLink`: no link of an online workshop; `keyWrong`; `noOrganisation`: none is set;
 * `linkUsed`: the link lets nobody in any more; `notLeader`: the link is for participants; `tooManyTries`;
 * `quota`: the organisation's relay takes no more; `failed`: it answered with something else.
 */
export const onlineProblems = [
  'unreachable',
  'certificate',
  'notARelay',
  'badAddress',
  'badLink',
  'keyWrong',
  'noOrganisation',
  'linkUsed',
  'notLeader',
  'tooManyTries',
  'quota',
  'failed',
] as const
export type OnlineProblem = (typeof onlineProblems)[number]
export const onlineRefusal = z.object({ kind: z.enum(onlineProblems) })

/** Why an uplink was given up: trying again in the same way will not help. */
export const endReasons = ['removed', 'gone', 'notAllowed'] as const
export type EndReason = (typeof endReasons)[number]

/** Why a room is not carried on just now, though the line is there. */
export const holdReasons = ['tooLarge', 'full', 'tooMany', 'notTaken'] as const
export type HoldReason = (typeof holdReasons)[number]

/**
 * How a session stands with the organisation's relay.
 * - `connecting`: not yet there since the desk started;
 * - `online`: the line is up; `reached`: all that is saved here is on the organisation's disk too;
 * - `cut`: no line just now; both sides go on and are merged when it is back;
 * - `ended`: see {@link EndReason};
 * - `stopping`: sharing was stopped here, which the organisation's relay is still to be told.
 */
export const onlineState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('online'), reached: z.boolean(), held: z.enum(holdReasons).nullable() }),
  z.object({ kind: z.literal('cut'), since: z.number(), problem: z.enum(onlineProblems) }),
  z.object({ kind: z.literal('ended'), reason: z.enum(endReasons) }),
  z.object({ kind: z.literal('stopping') }),
])
export type OnlineState = z.infer<typeof onlineState>

/** How guests come in online; null while the door there is shut, or is not known because there is no line. */
export const onlineDoor = z.object({ code: z.string(), url: z.url(), shortUrl: z.url() })
export type OnlineDoor = z.infer<typeof onlineDoor>

/** `GET /api/online/sessions/:id`; 404 `notFound` while the session is not shared online. `POST` starts, `DELETE` stops. */
export const onlineSession = z.object({
  address: z.url(),
  /** The role of whoever leads here, on the organisation's relay. */
  role: z.enum(roles),
  state: onlineState,
  door: onlineDoor.nullable(),
  /** Those who came online and wait to be let in; null while it is not known. */
  waiting: waitingRoom.nullable(),
})
export type OnlineSession = z.infer<typeof onlineSession>

/** `POST /api/online/sessions/:id`: how who leads is shown online. */
export const startOnline = z.object({ name: z.string().trim().max(60).default('') })

/** `PUT /api/online/sessions/:id/door` */
export const onlineDoorRequest = z.object({ open: z.boolean() })

/** `PUT /api/online/sessions/:id/waiting` takes a `waitingSetting`, `POST …/waiting/admit` and `…/refuse` a `waitingChoice`. */

/** `POST /api/online/sessions/:id/invites` takes an `inviteRequest`: a link for one role. `DELETE …/invites/:invite`. */
export const onlineInvited = z.object({ id: z.string(), url: z.url() })
/** `GET /api/online/sessions/:id/invites` */
export const onlineInvites = z.object({ invites: z.array(invite) })

/**
 * `POST /api/online/open`: a co-facilitator's link, as it was given. While somebody has to let one in, the answer says
 * so after half a minute, and is asked for again with the ticket.
 */
export const openOnline = z.object({
  link: z.string().max(1000),
  name: memberName,
  language: z.enum(['sv', 'en']).default('sv'),
  ticket: z.string().max(100).optional(),
})
export type OpenOnline = z.infer<typeof openOnline>
/** The session, now on this computer too, or the ticket to go on waiting with. */
export const openedOnline = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opened'), sessionId: z.string() }),
  z.object({ state: z.literal('waiting'), ticket: z.string() }),
])
export type OpenedOnline = z.infer<typeof openedOnline>

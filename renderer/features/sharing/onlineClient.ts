// Sharing online, asked of the desk with the key of this launch. The organisation's key only ever goes in.
import { z } from 'zod'
import { waitingRoom, type Invite, type InviteRequest, type WaitingRoom } from '../../../shared/relay/api'
import {
  checkedOrganisation,
  onlineInvited,
  onlineInvites,
  onlineProblems,
  onlineSession,
  openedOnline,
  type NewOrganisation,
  type OnlineProblem,
  type OnlineSession,
  type OpenedOnline,
  type OpenOnline,
} from '../../../shared/relay/online'

export type OnlineAnswer<T> = { ok: true; value: T } | { ok: false; kind: OnlineProblem }

const refusal = z.object({ kind: z.enum(onlineProblems).catch('failed') })

export interface OnlineClient {
  /** The address as it will be kept, when the organisation's relay answers there and takes the key. */
  check(given: NewOrganisation): Promise<OnlineAnswer<{ address: string }>>
  /** Null while the session is not shared online. */
  read(sessionId: string): Promise<OnlineAnswer<OnlineSession | null>>
  start(sessionId: string, name: string): Promise<OnlineAnswer<OnlineSession | null>>
  stop(sessionId: string): Promise<OnlineAnswer<null>>
  setDoor(sessionId: string, open: boolean): Promise<OnlineAnswer<null>>
  /** Whether those who come online wait to be let in. */
  switchWaiting(sessionId: string, isOn: boolean): Promise<OnlineAnswer<WaitingRoom>>
  settleWaiting(
    sessionId: string,
    ids: readonly string[],
    how: 'admit' | 'refuse',
  ): Promise<OnlineAnswer<WaitingRoom>>
  listInvites(sessionId: string): Promise<OnlineAnswer<Invite[]>>
  /** A link for one role. */
  invite(sessionId: string, wanted: InviteRequest): Promise<OnlineAnswer<string>>
  revokeInvite(sessionId: string, id: string): Promise<OnlineAnswer<null>>
  /** Opens an online workshop by a co-facilitator's link. */
  open(asked: OpenOnline): Promise<OnlineAnswer<OpenedOnline>>
}

/** @param url of the desk; @param key of this launch. */
export function connectOnline(url: string, key: string): OnlineClient {
  const ask = async <T>(
    method: string,
    path: string,
    read: (response: Response) => Promise<T>,
    body?: unknown,
  ): Promise<OnlineAnswer<T>> => {
    try {
      const response = await fetch(`${url}/api/online/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (response.ok || (method === 'GET' && response.status === 404))
        return { ok: true, value: await read(response) }
      return { ok: false, kind: refusal.parse(await response.json().catch(() => ({}))).kind }
    } catch {
      return { ok: false, kind: 'unreachable' }
    }
  }
  const as =
    <T>(shape: z.ZodType<T>) =>
    async (response: Response) =>
      shape.parse(await response.json())
  const nothing = async () => null
  const at = (sessionId: string, path = '') => `sessions/${encodeURIComponent(sessionId)}${path}`
  const shown = async (response: Response) =>
    response.status === 404 ? null : onlineSession.parse(await response.json())

  return {
    check: (given) => ask('POST', 'check', as(checkedOrganisation), given),
    read: (sessionId) => ask('GET', at(sessionId), shown),
    start: (sessionId, name) => ask('POST', at(sessionId), shown, { name }),
    stop: (sessionId) => ask('DELETE', at(sessionId), nothing),
    setDoor: (sessionId, open) => ask('PUT', at(sessionId, '/door'), nothing, { open }),
    switchWaiting: (sessionId, isOn) => ask('PUT', at(sessionId, '/waiting'), as(waitingRoom), { isOn }),
    settleWaiting: (sessionId, ids, how) =>
      ask('POST', at(sessionId, `/waiting/${how}`), as(waitingRoom), { ids }),
    async listInvites(sessionId) {
      const answer = await ask('GET', at(sessionId, '/invites'), as(onlineInvites))
      return answer.ok ? { ok: true, value: answer.value.invites } : answer
    },
    async invite(sessionId, wanted) {
      const answer = await ask('POST', at(sessionId, '/invites'), as(onlineInvited), wanted)
      return answer.ok ? { ok: true, value: answer.value.url } : answer
    },
    revokeInvite: (sessionId, id) => ask('DELETE', at(sessionId, `/invites/${id}`), nothing),
    open: (asked) => ask('POST', 'open', as(openedOnline), asked),
  }
}

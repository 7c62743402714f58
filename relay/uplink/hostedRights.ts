// What those who lead decide on the hosted relay, asked with the uplink's token: who comes in, and by which links.
import { z } from 'zod'
import {
  invite,
  invited,
  waitingRoom,
  type Invite,
  type InviteRequest,
  type WaitingRoom,
} from '../../shared/relay/api'
import { joinLink } from '../../shared/relay/onlineAddress'
import { askHosted, tellHosted, type Asking, type HostedAnswer } from './askHosted'
import type { Problem } from './hostedSession'
import type { HostedPlace } from './hostedSocket'
import { problemOf } from './problems'

export interface HostedRights {
  readWaiting(): Promise<WaitingRoom | Problem>
  switchWaiting(isOn: boolean): Promise<WaitingRoom | Problem>
  settleWaiting(ids: readonly string[], how: 'admit' | 'refuse'): Promise<WaitingRoom | Problem>
  listInvites(): Promise<{ invites: Invite[] } | Problem>
  /** A link that lets in with one role. */
  invite(wanted: InviteRequest): Promise<{ id: string; url: string } | Problem>
  /** Null when there is none such any more. */
  revokeInvite(id: string): Promise<null | Problem>
}

export function hostedRights({ address, onlineId, token }: HostedPlace): HostedRights {
  const at = (path: string) => `${address}/api/sessions/${onlineId}/${path}`
  const ask = async <T>(path: string, shape: z.ZodType<T>, how: Asking = {}) =>
    valueOf(await askHosted(at(path), shape, { ...how, bearer: token }))

  return {
    readWaiting: () => ask('waiting', waitingRoom),
    switchWaiting: (isOn) => ask('waiting', waitingRoom, { method: 'PUT', body: { isOn } }),
    settleWaiting: (ids, how) => ask(`waiting/${how}`, waitingRoom, { method: 'POST', body: { ids } }),
    async listInvites() {
      const listed = await ask('invites', z.array(invite))
      return 'problem' in listed ? listed : { invites: listed }
    },
    async invite(wanted) {
      const made = await ask('invites', invited, { method: 'POST', body: wanted })
      return 'problem' in made ? made : { id: made.id, url: joinLink(address, made.secret, wanted.role) }
    },
    async revokeInvite(id) {
      const told = await tellHosted(at(`invites/${id}`), { method: 'DELETE', bearer: token })
      return told.ok || told.kind === 'notFound' ? null : { problem: problemOf(told.kind, 'token') }
    },
  }
}

function valueOf<T>(answer: HostedAnswer<T>): T | Problem {
  return answer.ok ? answer.value : { problem: problemOf(answer.kind, 'token') }
}

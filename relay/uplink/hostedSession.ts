// What a desk asks of the hosted relay about one session: to make it, to come into it, its door.
import { z } from 'zod'
import {
  createdSession,
  door,
  joined,
  me,
  toldToWait,
  waitingAnswer,
  type Joined,
} from '../../shared/relay/api'
import type { OnlineDoor, OnlineProblem } from '../../shared/relay/online'
import { joinLink } from '../../shared/relay/onlineAddress'
import { leads } from '../../shared/relay/roles'
import { keyAnswer, uplinkToken } from '../../shared/relay/uplink'
import { askHosted, tellHosted } from './askHosted'
import type { HostedPlace } from './hostedSocket'
import { problemOf } from './problems'
import type { UplinkRecord } from './uplinkRecord'

export interface Problem {
  problem: OnlineProblem
}
export function isProblem(given: object | null): given is Problem {
  return given !== null && 'problem' in given
}

/** What an uplink is made of. */
export type Footing = Pick<UplinkRecord, 'address' | 'onlineId' | 'token' | 'ownerId' | 'deskId' | 'role'>

/** Undefined when the key is right. */
export async function whyNotKey(address: string, key: string): Promise<Problem | undefined> {
  const answer = await askHosted(`${address}/api/key`, keyAnswer, { bearer: key })
  return answer.ok ? undefined : { problem: problemOf(answer.kind, 'key') }
}

/** Who sits at this desk: how they are called, and under which id the desk knows them. */
export interface Owner {
  name: string
  deskId: string
}

/** A new session on the hosted relay, which its owner leads. */
export async function createHosted(address: string, key: string, owner: Owner): Promise<Footing | Problem> {
  const created = await askHosted(`${address}/api/sessions`, createdSession, {
    method: 'POST',
    bearer: key,
    body: owner.name ? { name: owner.name } : {},
  })
  if (!created.ok) return { problem: problemOf(created.kind, 'key') }
  return footingFor(address, created.value.sessionId, created.value.token, owner.deskId)
}

/** Comes into a session by the secret of a co-facilitator's link; the ticket, where somebody has to let one in first. */
export async function joinHosted(
  address: string,
  secret: string,
  name: string,
): Promise<Joined | { ticket: string } | Problem> {
  const shape = z.union([joined, toldToWait])
  const answer = await askHosted(`${address}/api/join`, shape, { method: 'POST', body: { secret, name } })
  if (!answer.ok) return { problem: problemOf(answer.kind, 'link') }
  return 'waiting' in answer.value ? { ticket: answer.value.waiting } : asLeader(address, answer.value)
}

/** What became of a ticket; the answer comes when something was decided, or after `holdMs`. */
export async function waitHosted(
  address: string,
  ticket: string,
  holdMs: number,
): Promise<Joined | { ticket: string } | Problem> {
  const answer = await askHosted(`${address}/api/join/waiting`, waitingAnswer, {
    method: 'POST',
    body: { ticket, holdMs },
    patience: holdMs + 15_000,
  })
  if (!answer.ok) return { problem: problemOf(answer.kind, 'link') }
  if (answer.value.state === 'waiting') return { ticket }
  return answer.value.state === 'joined' ? asLeader(address, answer.value) : { problem: 'linkUsed' }
}

async function asLeader(address: string, member: Joined): Promise<Joined | Problem> {
  if (leads(member.role)) return member
  // Whoever cannot lead here is better off in a browser; no name of theirs stays behind.
  await leaveSession(address, member)
  return { problem: 'notLeader' }
}

/** Ceases to be that member. */
export async function leaveSession(address: string, { sessionId, memberId, token }: Joined): Promise<void> {
  const at = `${address}/api/sessions/${sessionId}/members/${memberId}`
  await tellHosted(at, { method: 'DELETE', bearer: token })
}

/** An uplink for the bearer of `token`. */
export async function footingFor(
  address: string,
  onlineId: string,
  token: string,
  deskId: string,
): Promise<Footing | Problem> {
  const at = `${address}/api/sessions/${onlineId}`
  const self = await askHosted(`${at}/me`, me, { bearer: token })
  if (!self.ok) return { problem: problemOf(self.kind, 'token') }
  const uplink = await askHosted(`${at}/uplink`, uplinkToken, {
    method: 'POST',
    bearer: token,
    body: { deskId },
  })
  if (!uplink.ok) return { problem: problemOf(uplink.kind, 'token') }
  return {
    address,
    onlineId,
    token: uplink.value.token,
    ownerId: self.value.memberId,
    deskId,
    role: self.value.role,
  }
}

/** The session's door there: how guests come in, or null while it is shut. */
export interface HostedDoor {
  read(): Promise<OnlineDoor | null | Problem>
  set(open: boolean): Promise<OnlineDoor | null | Problem>
}

export function hostedDoor({ address, onlineId, token }: HostedPlace): HostedDoor {
  const at = `${address}/api/sessions/${onlineId}/door`
  const show = ({ code, addresses }: z.infer<typeof door>): OnlineDoor | Problem => {
    const secret = /#join=([A-Za-z0-9_-]+)$/.exec(addresses[0]?.url ?? '')?.[1]
    // Guests are sent where the desk itself got through; behind a proxy a relay may not know its own name.
    return secret ? { code, url: joinLink(address, secret), shortUrl: address } : { problem: 'failed' }
  }
  const ask = async (method: 'GET' | 'POST') => {
    const answer = await askHosted(at, door, {
      method,
      bearer: token,
      ...(method === 'POST' && { body: { role: 'participant' } }),
    })
    if (answer.ok) return show(answer.value)
    return answer.kind === 'notFound' ? null : { problem: problemOf(answer.kind, 'token') }
  }
  return {
    read: () => ask('GET'),
    async set(open) {
      if (open) return ask('POST')
      const shut = await tellHosted(at, { method: 'DELETE', bearer: token })
      return shut.ok ? null : { problem: problemOf(shut.kind, 'token') }
    },
  }
}

// The people of a session, asked of the relay and told to it with this page's token.
import { z } from 'zod'
import {
  member,
  takeover,
  waitingRoom,
  type Member,
  type MemberChange,
  type WaitingRoom,
} from '../../shared/relay/api'
import { ask, tell, type Answer } from './askRelay'
import type { Session } from './session'

/** An address about the session at its relay; `path` begins without a slash. */
export const addressOf = (session: Session, path: string): string =>
  `${session.relay.url}/api/sessions/${encodeURIComponent(session.sessionId)}/${path}`

const as = (session: Session) => ({ bearer: session.relay.token })

export function listMembers(session: Session): Promise<Answer<Member[]>> {
  return ask(addressOf(session, 'members'), z.array(member), as(session))
}

export function changeMember(
  session: Session,
  memberId: string,
  change: MemberChange,
): Promise<Answer<Member>> {
  const address = addressOf(session, `members/${encodeURIComponent(memberId)}`)
  return ask(address, member, { ...as(session), method: 'PATCH', body: change })
}

/** Puts somebody out; oneself: leaves for good. */
export function removeMember(session: Session, memberId: string): Promise<Answer<null>> {
  const address = addressOf(session, `members/${encodeURIComponent(memberId)}`)
  return tell(address, { ...as(session), method: 'DELETE' })
}

export function handOver(session: Session, memberId: string): Promise<Answer<null>> {
  return tell(addressOf(session, 'handover'), { ...as(session), method: 'POST', body: { memberId } })
}

/** How long (ms) until a co-facilitator may take over. */
export async function askTakeover(session: Session): Promise<Answer<number>> {
  const answer = await ask(addressOf(session, 'takeover'), takeover, as(session))
  return answer.ok ? { ok: true, value: answer.value.waitMs } : answer
}

export function takeOver(session: Session): Promise<Answer<null>> {
  return tell(addressOf(session, 'takeover'), { ...as(session), method: 'POST' })
}

export function readWaitingRoom(session: Session): Promise<Answer<WaitingRoom>> {
  return ask(addressOf(session, 'waiting'), waitingRoom, as(session))
}

export function switchWaitingRoom(session: Session, isOn: boolean): Promise<Answer<WaitingRoom>> {
  return ask(addressOf(session, 'waiting'), waitingRoom, { ...as(session), method: 'PUT', body: { isOn } })
}

export function settleWaiting(
  session: Session,
  ids: readonly string[],
  how: 'admit' | 'refuse',
): Promise<Answer<WaitingRoom>> {
  const address = addressOf(session, `waiting/${how}`)
  return ask(address, waitingRoom, { ...as(session), method: 'POST', body: { ids } })
}

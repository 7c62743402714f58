// The workshop's door: how those in the room come in. Asked of the relay with the leader's token.
import { z } from 'zod'
import { door, member, type Door, type Member } from '../../../shared/relay/api'
import { ask, tell, type Answer } from '../../document/askRelay'
import type { Session } from '../../document/session'

const at = (session: Session, path: string) =>
  `${session.relay.url}/api/sessions/${encodeURIComponent(session.sessionId)}/${path}`

/** The open door, or null when it is closed. */
export async function readDoor(session: Session): Promise<Answer<Door | null>> {
  const answer = await ask(at(session, 'door'), door, { bearer: session.relay.token })
  return !answer.ok && answer.kind === 'notFound' ? { ok: true, value: null } : answer
}

export function openDoor(session: Session): Promise<Answer<Door>> {
  return ask(at(session, 'door'), door, {
    method: 'POST',
    bearer: session.relay.token,
    body: { role: 'participant' },
  })
}

/** Nobody comes in, and those who came through it are disconnected; what they wrote stays. */
export function closeDoor(session: Session): Promise<Answer<null>> {
  return tell(at(session, 'door'), { method: 'DELETE', bearer: session.relay.token })
}

/** The address for those who only look. `shortUrl` is a door's address. */
export async function inviteObservers(session: Session, shortUrl: string): Promise<Answer<string>> {
  const answer = await ask(at(session, 'invites'), z.object({ secret: z.string() }), {
    method: 'POST',
    bearer: session.relay.token,
    body: { role: 'observer' },
  })
  return answer.ok
    ? { ok: true, value: `${shortUrl.replace(/\/$/, '')}/#join=${answer.value.secret}` }
    : answer
}

export function listMembers(session: Session): Promise<Answer<Member[]>> {
  return ask(at(session, 'members'), z.array(member), { bearer: session.relay.token })
}

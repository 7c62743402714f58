// The workshop's door: how those in the room come in. Asked of the relay with the leader's token.
import { door, type Door } from '../../../shared/relay/api'
import { ask, tell, type Answer } from '../../document/askRelay'
import { addressOf } from '../../document/people'
import type { Session } from '../../document/session'

/** The open door, or null when it is closed. */
export async function readDoor(session: Session): Promise<Answer<Door | null>> {
  const answer = await ask(addressOf(session, 'door'), door, { bearer: session.relay.token })
  return !answer.ok && answer.kind === 'notFound' ? { ok: true, value: null } : answer
}

export function openDoor(session: Session): Promise<Answer<Door>> {
  return ask(addressOf(session, 'door'), door, {
    method: 'POST',
    bearer: session.relay.token,
    body: { role: 'participant' },
  })
}

/** Nobody comes in, and those who came through it are disconnected; what they wrote stays. */
export function closeDoor(session: Session): Promise<Answer<null>> {
  return tell(addressOf(session, 'door'), { method: 'DELETE', bearer: session.relay.token })
}

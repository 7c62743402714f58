// Links to join with, made and taken back with the leader's token.
import { z } from 'zod'
import { invite, invited, type Invite, type InviteRequest } from '../../../../shared/relay/api'
import { ask, tell, type Answer } from '../../../document/askRelay'
import { addressOf } from '../../../document/people'
import type { Session } from '../../../document/session'

export function listInvites(session: Session): Promise<Answer<Invite[]>> {
  return ask(addressOf(session, 'invites'), z.array(invite), { bearer: session.relay.token })
}

export function makeInvite(
  session: Session,
  wanted: InviteRequest,
): Promise<Answer<{ id: string; secret: string }>> {
  return ask(addressOf(session, 'invites'), invited, {
    method: 'POST',
    bearer: session.relay.token,
    body: wanted,
  })
}

export function revokeInvite(session: Session, id: string): Promise<Answer<null>> {
  return tell(addressOf(session, `invites/${id}`), { method: 'DELETE', bearer: session.relay.token })
}

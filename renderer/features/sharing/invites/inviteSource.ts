// Where invites are made and kept: at the relay of the session, or by way of the desk at the organisation's.
import type { Invite, InviteRequest } from '../../../../shared/relay/api'
import { joinLink } from '../../../../shared/relay/onlineAddress'
import type { Session } from '../../../document/session'
import type { Text } from '../../../ui/language'
import type { OnlineClient } from '../onlineClient'
import { listInvites, makeInvite, revokeInvite } from './inviteClient'

/** What did not work is a sentence. */
export type Told<T> = { ok: true; value: T } | { ok: false; sentence: string }

export interface InviteSource {
  list(): Promise<Told<Invite[]>>
  /** Gives the link. */
  make(wanted: InviteRequest): Promise<Told<string>>
  revoke(id: string): Promise<Told<null>>
  /** Calls back when the list may be another. */
  watch(changed: () => void): () => void
}

const told = <T>(
  answer: { ok: true; value: T } | { ok: false; kind: string },
  words: (kind: string) => string,
): Told<T> => (answer.ok ? answer : { ok: false, sentence: words(answer.kind) })

/** @param address where guests find the pages, `http://host:port`. @param ui texts of that name. */
export function invitesHere(session: Session, address: string, ui: Text): InviteSource {
  const words = (kind: string) => ui(`problem.${kind}`)
  return {
    list: async () => told(await listInvites(session), words),
    async make(wanted) {
      const made = told(await makeInvite(session, wanted), words)
      return made.ok ? { ok: true, value: joinLink(address, made.value.secret, wanted.role) } : made
    },
    async revoke(id) {
      const answer = await revokeInvite(session, id)
      // Somebody else did it.
      return !answer.ok && answer.kind === 'notFound' ? { ok: true, value: null } : told(answer, words)
    },
    watch: (changed) => session.watch('invites', changed),
  }
}

/** @param t texts of `online`. */
export function invitesOnline(client: OnlineClient, sessionId: string, t: Text): InviteSource {
  const words = (kind: string) => t(`problem.${kind}`)
  return {
    list: async () => told(await client.listInvites(sessionId), words),
    make: async (wanted) => told(await client.invite(sessionId, wanted), words),
    revoke: async (id) => told(await client.revokeInvite(sessionId, id), words),
    watch: () => () => {},
  }
}

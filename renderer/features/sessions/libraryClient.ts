// The facilitator's library of workshops, asked of the relay on this machine.
import { z } from 'zod'
import {
  openedFile,
  sessionSummary,
  type NewSession,
  type OpenedFile,
  type SessionChange,
  type SessionSummary,
} from '../../../shared/relay/library'
import { ask, tell, type Answer } from '../../document/askRelay'

export interface Library {
  /** All workshops, archived and deleted ones too. */
  list(): Promise<Answer<SessionSummary[]>>
  create(session: NewSession): Promise<Answer<SessionSummary>>
  /** A token for who sits here and is called `name` there (may be empty): the facilitator's, unless they handed over. */
  open(id: string, name: string): Promise<Answer<string>>
  /** Makes a member facilitator, as whoever keeps the workshop may. */
  lead(id: string, memberId: string): Promise<Answer<null>>
  change(id: string, change: SessionChange): Promise<Answer<null>>
  duplicate(id: string): Promise<Answer<SessionSummary>>
  /** For good: nothing brings it back. */
  remove(id: string): Promise<Answer<null>>
  /** Makes a workshop of a `.samverk` file's bytes. */
  takeIn(file: Blob): Promise<Answer<OpenedFile>>
}

/** @param url base address of the relay; @param key of this launch. */
export function connectLibrary(url: string, key: string): Library {
  const at = (path = '') => `${url}/api/library${path}`
  const one = (id: string, path = '') => at(`/${encodeURIComponent(id)}${path}`)
  return {
    list: () => ask(at(), z.array(sessionSummary), { bearer: key }),
    create: (body) => ask(at(), sessionSummary, { method: 'POST', bearer: key, body }),
    async open(id, name) {
      const answer = await ask(one(id, '/open'), z.object({ token: z.string() }), {
        method: 'POST',
        bearer: key,
        body: name ? { name } : {},
      })
      return answer.ok ? { ok: true, value: answer.value.token } : answer
    },
    lead: (id, memberId) =>
      tell(`${url}/api/sessions/${encodeURIComponent(id)}/handover`, {
        method: 'POST',
        bearer: key,
        body: { memberId },
      }),
    change: (id, body) => tell(one(id), { method: 'PATCH', bearer: key, body }),
    duplicate: (id) => ask(one(id, '/duplicate'), sessionSummary, { method: 'POST', bearer: key }),
    remove: (id) => tell(one(id), { method: 'DELETE', bearer: key }),
    takeIn: (body) => ask(at('/file'), openedFile, { method: 'POST', bearer: key, body }),
  }
}

import { joined } from '../../shared/relay/api'
import { ask, type Answer } from '../document/askRelay'
import type { Membership } from './membership'

/** A code as the relay knows it, however it was typed. */
export const plainCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Joins by a link's secret or a typed code. */
export async function join(
  relayUrl: string,
  how: { name: string; secret: string | null; code: string },
): Promise<Answer<Membership>> {
  const by = how.secret ? { secret: how.secret } : { code: plainCode(how.code) }
  const answer = await ask(`${relayUrl}/api/join`, joined, {
    method: 'POST',
    body: { ...by, name: how.name },
  })
  return answer.ok ? { ok: true, value: { ...answer.value, name: how.name, secret: how.secret } } : answer
}

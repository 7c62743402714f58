import { z } from 'zod'
import { joined, toldToWait } from '../../shared/relay/api'
import { ask, type Answer } from '../document/askRelay'
import type { Membership } from './membership'
import type { Waiting } from './waiting'

/** A code as the relay knows it, however it was typed. */
export const plainCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** In, or waiting to be let in. */
export type Entered = { kind: 'joined'; membership: Membership } | { kind: 'waits'; waiting: Waiting }

/** Joins by a link's secret or a typed code. */
export async function join(
  relayUrl: string,
  how: { name: string; secret: string | null; code: string },
): Promise<Answer<Entered>> {
  const { name, secret } = how
  const by = secret ? { secret } : { code: plainCode(how.code) }
  const answer = await ask(`${relayUrl}/api/join`, z.union([joined, toldToWait]), {
    method: 'POST',
    body: { ...by, name },
  })
  if (!answer.ok) return answer
  const entered: Entered =
    'waiting' in answer.value
      ? { kind: 'waits', waiting: { ticket: answer.value.waiting, name, secret } }
      : { kind: 'joined', membership: { ...answer.value, name, secret } }
  return { ok: true, value: entered }
}

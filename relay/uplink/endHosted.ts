// The end of sharing, as the hosted relay is told: a facilitator ends the session there, a co-facilitator only their part.
import { leads, type Role } from '../../shared/relay/roles'
import type { Records } from '../storage'
import { tellHosted, type HostedAnswer } from './askHosted'
import type { HostedPlace } from './hostedSocket'

const at = ({ address, onlineId }: HostedPlace) => `${address}/api/sessions/${onlineId}`

/** True when the hosted relay has no more to be told: it did as it was asked, or knows nothing of us any more. */
function isOver(answer: HostedAnswer<null>): boolean {
  return answer.ok || answer.kind === 'notAdmitted' || answer.kind === 'notFound'
}

/**
 * First everybody there is let go, then what they wrote last is fetched, and only then is it deleted. False when that
 * has to be tried again.
 * @param settle says whether all that was accepted there is on disk here.
 */
export async function endHosted(
  place: HostedPlace,
  role: Role,
  settle: () => Promise<boolean>,
): Promise<boolean> {
  const bearer = place.token
  if (role === 'facilitator') {
    const told = await tellHosted(`${at(place)}/end`, { method: 'POST', bearer })
    if (!told.ok) return told.kind === 'notAllowed' ? leaveHosted(place) : isOver(told)
    if (!(await settle())) return false
    return isOver(await tellHosted(at(place), { method: 'DELETE', bearer }))
  }
  return (await settle()) && leaveHosted(place)
}

/** Gives back the uplink's token; the session goes on without this desk. */
async function leaveHosted(place: HostedPlace): Promise<boolean> {
  return isOver(await tellHosted(`${at(place)}/uplink`, { method: 'DELETE', bearer: place.token }))
}

export interface Endings {
  /** The session was deleted here: nothing is left to be fetched for. */
  begin(place: HostedPlace, role: Role): Promise<void>
  stop(): void
}

/** Ends what was deleted here while there was no line, as soon as there is one; also after a restart. */
export async function keepEndings(records: Records, every: number): Promise<Endings> {
  const keyOf = ({ onlineId }: HostedPlace) => `uplinkEnd!${onlineId}`
  const pending = new Map<string, HostedPlace & { role: Role }>()
  for (const { key, value } of await records.listRecords('uplinkEnd'))
    pending.set(key, value as HostedPlace & { role: Role })
  const tryAll = async () => {
    for (const [key, ending] of pending) {
      if (!(await endHosted(ending, ending.role, async () => true))) continue
      pending.delete(key)
      await records.deleteRecords([key])
    }
  }
  const timer = setInterval(() => void tryAll().catch(() => {}), every).unref()
  void tryAll().catch(() => {})

  return {
    async begin({ address, onlineId, token }, role) {
      if (!leads(role)) return
      const ending = { address, onlineId, token, role }
      pending.set(keyOf(ending), ending)
      await records.putRecords([{ key: keyOf(ending), value: ending }])
      void tryAll().catch(() => {})
    },
    stop: () => clearInterval(timer),
  }
}

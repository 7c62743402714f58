// How a session stands, both ways: the desk says what it has changed, and takes what the hosted relay answers as final.
import type { z } from 'zod'
import { standingAnswer } from '../../shared/relay/uplink'
import { askHosted } from './askHosted'
import type { HostedPlace } from './hostedSocket'
import { idAtDesk, idBehind } from './vouch'
import type { KeptStanding, Naming } from './keepStanding'
import { keyOf, membersOf, standingShape, valueOf, type Fact, type Standing } from './standing'

/** Under which ids the hosted relay knows the members of a desk, whose owner is `ownerId` there and `deskId` here. */
export function deskNaming(ownerId: string, deskId: string): Naming {
  return {
    outward: (memberId) => (memberId === deskId ? ownerId : idBehind(ownerId, memberId)),
    inward: (memberId) => (memberId === ownerId ? deskId : idAtDesk(ownerId, memberId)),
  }
}

/**
 * Gives the exchange; it says whether both sides stand the same now.
 * @param heard is told how it stands there, and the time there in ms since 1970.
 */
export function standingExchange(
  standing: KeptStanding,
  sessionId: string,
  { address, onlineId, token }: HostedPlace,
  heard: (answer: { standing: Standing; now: number }) => void,
): () => Promise<boolean> {
  /** As the hosted relay said last: the rest of it need not be said again. */
  let known: Standing = {}

  return async () => {
    const sent = await standing.note(sessionId)
    if (!sent) return false
    const answer = await askHosted(`${address}/api/sessions/${onlineId}/standing`, standingAnswer, {
      method: 'POST',
      bearer: token,
      body: { standing: differing(sent, known) } satisfies Partial<z.infer<typeof standingAnswer>>,
    })
    const read = answer.ok ? standingShape.safeParse(answer.value.standing) : undefined
    if (!answer.ok || !read?.success) return false
    known = read.data
    heard({ standing: known, now: answer.value.now })
    const now = await standing.become(sessionId, (current) => adopt(current, sent, known))
    return now !== undefined && Object.keys(differing(now, known)).length === 0
  }
}

/** How a session stands when it is the desk's alone again. */
export function alone(standing: Standing, ownerId: string): Standing {
  const at = Math.max(0, ...Object.values(standing).map((fact) => fact.at)) + 1
  const parted: Record<string, Fact> = { ...standing }
  for (const id of membersOf(standing))
    if (id !== ownerId && idAtDesk(ownerId, id) === undefined)
      parted[keyOf('member', id)] = { at, value: { gone: 'left' } }
  if (valueOf(standing, 'role', ownerId) !== undefined)
    parted[keyOf('role', ownerId)] = { at, value: 'facilitator' }
  return parted
}

/** What the hosted relay said, but for what has changed here since it was asked. */
function adopt(current: Standing, sent: Standing, answer: Standing): Standing {
  const adopted = { ...current }
  for (const [key, fact] of Object.entries(answer)) if (sameFact(current, sent, key)) adopted[key] = fact
  return adopted
}

function differing(standing: Standing, other: Standing): Standing {
  return Object.fromEntries(Object.entries(standing).filter(([key]) => !sameFact(standing, other, key)))
}

function sameFact(a: Standing, b: Standing, key: string): boolean {
  return JSON.stringify(a[key]) === JSON.stringify(b[key])
}

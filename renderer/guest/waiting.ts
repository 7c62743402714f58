// Waiting to be let in: the ticket, kept as long as the tab, and what became of it.
import { z } from 'zod'
import { waitingAnswer, type WaitingAnswer } from '../../shared/relay/api'
import { ask, tell, type Answer } from '../document/askRelay'

const storeKey = 'samverkstad.waiting'

const waiting = z.object({ ticket: z.string(), name: z.string(), secret: z.string().nullable() })
export type Waiting = z.infer<typeof waiting>

export function readWaiting(): Waiting | null {
  try {
    return waiting.safeParse(JSON.parse(sessionStorage.getItem(storeKey) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** Keeps the ticket for a reload; null forgets it. */
export function keepWaiting(kept: Waiting | null): void {
  try {
    if (kept) sessionStorage.setItem(storeKey, JSON.stringify(kept))
    else sessionStorage.removeItem(storeKey)
  } catch {
    // A browser that keeps nothing: a reload asks for the name again.
  }
}

/** What became of the ticket; with `holdMs` the relay waits so long (ms) for a decision before it answers. */
export function askTicket(relayUrl: string, ticket: string, holdMs: number): Promise<Answer<WaitingAnswer>> {
  return ask(`${relayUrl}/api/join/waiting`, waitingAnswer, { method: 'POST', body: { ticket, holdMs } })
}

export function giveUpTicket(relayUrl: string, ticket: string): Promise<Answer<null>> {
  return tell(`${relayUrl}/api/join/waiting`, { method: 'DELETE', body: { ticket } })
}

import { useEffect, useState } from 'react'
import type { WaitingAnswer } from '../../shared/relay/api'
import { askTicket } from './waiting'

/** The relay holds a question for so long (ms); less than what proxies between are patient for. */
const holdMs = 20_000
/** After a question that did not get through (ms). */
const againMs = 3000

/** `offline`: nobody answers just now; `unknown`: the ticket is too old. */
export type Ticket = WaitingAnswer | { state: 'offline' } | { state: 'unknown' }

/** What has become of a ticket, asked until something is decided. */
export function useTicket(relayUrl: string, ticket: string): Ticket {
  const [now, setNow] = useState<Ticket>({ state: 'waiting' })
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (hold: number) => {
      const answer = await askTicket(relayUrl, ticket, hold)
      if (!isHere) return
      if (answer.ok) setNow(answer.value)
      else setNow({ state: answer.kind === 'notAdmitted' ? 'unknown' : 'offline' })
      if (answer.ok && answer.value.state === 'waiting') void look(holdMs)
      else if (!answer.ok && answer.kind !== 'notAdmitted') timer = setTimeout(() => void look(0), againMs)
    }
    void look(0)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [relayUrl, ticket])
  return now
}

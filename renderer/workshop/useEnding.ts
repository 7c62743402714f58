import { useEffect, useState } from 'react'
import { me } from '../../shared/relay/api'
import { ask } from '../document/askRelay'
import type { Session } from '../document/session'

/** When the workshop is deleted if nobody changes anything (ms since 1970); null when it stays, or nobody knows. */
export function useEnding(session: Session): number | null {
  const [endsAt, setEndsAt] = useState<number | null>(null)
  const { sessionId, relay } = session
  useEffect(() => {
    let isHere = true
    void ask(`${relay.url}/api/sessions/${sessionId}/me`, me, { bearer: relay.token }).then(
      (answer) => isHere && setEndsAt(answer.ok ? (answer.value.endsAt ?? null) : null),
    )
    return () => {
      isHere = false
    }
  }, [relay, sessionId])
  return endsAt
}

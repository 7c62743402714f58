import { useCallback, useState } from 'react'
import { me } from '../../shared/relay/api'
import { ask } from '../document/askRelay'
import { useText } from '../ui/language'
import type { Membership } from './membership'

export interface WayBack {
  problem: string | null
  isTrying: boolean
  take: () => void
}

interface Ways {
  relayUrl: string
  membership: Membership | null
  /** Still a member, and the door is open. */
  comeIn: () => void
  /** Not a member any more: name and code again. */
  startOver: () => void
}

/** The way back in: as the same person where the relay still knows them, else through the form. */
export function useWayBack({ relayUrl, membership, comeIn, startOver }: Ways): WayBack {
  const t = useText('guest')
  const [isTrying, setTrying] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const take = useCallback(() => {
    setProblem(null)
    if (!membership) {
      startOver()
      return
    }
    setTrying(true)
    void ask(`${relayUrl}/api/sessions/${membership.sessionId}/me`, me, { bearer: membership.token }).then(
      (answer) => {
        setTrying(false)
        if (answer.ok) comeIn()
        else if (answer.kind === 'unreachable') setProblem(t('stillClosed'))
        else startOver()
      },
    )
  }, [relayUrl, membership, comeIn, startOver, t])

  return { problem, isTrying, take }
}

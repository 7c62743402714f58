import { useMemo } from 'react'
import type { WaitingRoom } from '../../../shared/relay/api'
import { readWaitingRoom, settleWaiting } from '../../document/people'
import type { Session } from '../../document/session'
import { useAsked } from '../../document/useAsked'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'

export interface Waiting {
  people: WaitingRoom['people']
  admit(ids: readonly string[]): void
  refuse(ids: readonly string[]): void
}

const nobody: WaitingRoom['people'] = []

/** Who waits to be let in, for those who lead; nobody for others. */
export function useWaitingRoom(session: Session, leads: boolean): Waiting {
  const ui = useText('ui')
  const { value, take } = useAsked(session, 'waiting', leads ? readWaitingRoom : null)
  return useMemo(() => {
    const settle = async (ids: readonly string[], how: 'admit' | 'refuse') => {
      const answer = await settleWaiting(session, ids, how)
      take(answer)
      if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
    }
    return {
      people: value?.people ?? nobody,
      admit: (ids) => void settle(ids, 'admit'),
      refuse: (ids) => void settle(ids, 'refuse'),
    }
  }, [session, value, take, ui])
}

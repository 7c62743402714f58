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

/** Who waits to be let in, here and elsewhere, for those who lead; nobody for others. */
export function useWaitingRoom(session: Session, leads: boolean, elsewhere?: Waiting): Waiting {
  const ui = useText('ui')
  const { value, take } = useAsked(session, 'waiting', leads ? readWaitingRoom : null)
  return useMemo(() => {
    const settle = async (ids: readonly string[], how: 'admit' | 'refuse') => {
      const answer = await settleWaiting(session, ids, how)
      take(answer)
      if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
    }
    const here = leads ? (value?.people ?? nobody) : nobody
    const there = (leads && elsewhere?.people) || nobody
    const each = (ids: readonly string[], how: 'admit' | 'refuse') => {
      const own = here.filter(({ id }) => ids.includes(id)).map(({ id }) => id)
      const others = there.filter(({ id }) => ids.includes(id)).map(({ id }) => id)
      if (own.length > 0) void settle(own, how)
      if (others.length > 0) elsewhere?.[how](others)
    }
    return {
      people: [...here, ...there],
      admit: (ids) => each(ids, 'admit'),
      refuse: (ids) => each(ids, 'refuse'),
    }
  }, [session, leads, value, elsewhere, take, ui])
}

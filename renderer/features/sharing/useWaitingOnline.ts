import { useMemo } from 'react'
import type { WaitingRoom } from '../../../shared/relay/api'
import type { Online } from './useOnline'

export interface WaitingOnline {
  people: WaitingRoom['people']
  admit(ids: readonly string[]): void
  refuse(ids: readonly string[]): void
}

/** Those who came online and wait to be let in; undefined while there are none. */
export function useWaitingOnline({ shared, settleWaiting }: Online): WaitingOnline | undefined {
  // Asked again every moment: only who waits matters, not that it was asked.
  const words = JSON.stringify(shared?.waiting?.people ?? [])
  return useMemo(() => {
    const people = JSON.parse(words) as WaitingRoom['people']
    if (people.length === 0) return undefined
    return {
      people,
      admit: (ids) => settleWaiting(ids, 'admit'),
      refuse: (ids) => settleWaiting(ids, 'refuse'),
    }
  }, [words, settleWaiting])
}

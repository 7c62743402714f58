import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Role } from '../../../shared/relay/roles'
import { readPresence } from '../../document/presence'
import type { Room } from '../../document/session'

export interface Other {
  clientId: number
  name: string
  color: string
  role: Role
}

/** Who else has this board open. The same array while nobody comes or goes, however much cursors move. */
export function useOthers(room: Room): readonly Other[] {
  const kept = useRef<{ words: string; others: readonly Other[] }>({ words: '[]', others: [] })
  const subscribe = useCallback(
    (changed: () => void) => {
      room.awareness.on('change', changed)
      return () => room.awareness.off('change', changed)
    },
    [room],
  )
  return useSyncExternalStore(subscribe, () => {
    const others = readPresence(room)
      .filter(({ state }) => typeof state.board === 'object' && state.board !== null)
      .map(({ clientId, name, color, role }) => ({ clientId, name, color, role }))
    const words = JSON.stringify(others)
    if (words !== kept.current.words) kept.current = { words, others }
    return kept.current.others
  })
}

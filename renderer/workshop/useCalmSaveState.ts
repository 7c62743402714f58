import { useMemo, useSyncExternalStore } from 'react'
import type { SaveState, Session } from '../document/session'
import { calmSaveState } from './calmSaveState'

/** The save state without the flicker of every letter. */
export function useCalmSaveState(session: Session): SaveState {
  const calm = useMemo(() => calmSaveState(session), [session])
  return useSyncExternalStore(calm.subscribe, calm.state)
}

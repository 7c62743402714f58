import { useEffect, useState } from 'react'
import { useSaveState } from '../document/hooks'
import type { SaveState, Session } from '../document/session'

const calmMs = 500

/** The save state without the flicker of every letter: `saving` shows only when it takes a while. */
export function useCalmSaveState(session: Session): SaveState {
  const state = useSaveState(session)
  const [shown, setShown] = useState(state)
  const isShort = state.kind === 'saving' && shown.kind === 'saved'
  useEffect(() => {
    if (!isShort) {
      setShown(state)
      return
    }
    const timer = setTimeout(() => setShown(state), calmMs)
    return () => clearTimeout(timer)
  }, [state, isShort])
  return isShort ? shown : state
}

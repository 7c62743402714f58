// The save state for the eye: `saving` shows only when it takes a while, everything else at once.
import type { SaveState, Session } from '../document/session'

/** ms of saving that nobody needs to see. */
export const calmMs = 500

export interface CalmSaveState {
  state(): SaveState
  subscribe(changed: () => void): () => void
}

export function calmSaveState(session: Pick<Session, 'saveState' | 'subscribe'>): CalmSaveState {
  const listeners = new Set<() => void>()
  let shown = session.saveState()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | undefined

  const show = (state: SaveState) => {
    clearTimeout(timer)
    timer = undefined
    if (state === shown) return
    shown = state
    listeners.forEach((changed) => changed())
  }
  const look = () => {
    const state = session.saveState()
    if (state.kind !== 'saving' || shown.kind !== 'saved') show(state)
    else timer ??= setTimeout(() => show(session.saveState()), calmMs)
  }

  return {
    state: () => shown,
    subscribe(changed) {
      if (listeners.size === 0) stop = session.subscribe(look)
      listeners.add(changed)
      look()
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        stop?.()
        clearTimeout(timer)
        timer = undefined
      }
    },
  }
}

// Counts which of this page's own changes the relay has on disk. The relay acknowledges frames ("your first n"); here a
// frame is remembered with the changes that it makes safe.
import { messageSync } from '../../shared/relay/messages'

const syncStep2 = 1
const syncUpdate = 2

export interface Unsaved {
  /** A change was made here. Gives its number. */
  made(): number
  /** A new connection: frames count from zero again. */
  connected(): void
  /** A frame is about to leave; only update-bearing ones count. */
  sending(frame: Uint8Array): void
  /** The relay has the first `frames` of this connection on disk. Gives the number of the last change that is safe. */
  acknowledged(frames: number): number
  /** How many changes are not known to be on the relay's disk. */
  waiting(): number
}

export function countUnsaved(): Unsaved {
  let made = 0
  let safe = 0
  // safeAfter[n]: the last change that is safe once the relay has frame n (from 0) of this connection
  let safeAfter: number[] = []
  let caughtUp = false
  return {
    made: () => ++made,
    connected() {
      safeAfter = []
      caughtUp = false
    },
    sending(frame) {
      if (frame[0] !== messageSync) return
      if (frame[1] === syncStep2) caughtUp = true
      else if (frame[1] !== syncUpdate) return
      // Until step 2 has brought the relay up to date, a single update says nothing of those made before it.
      safeAfter.push(caughtUp ? made : safe)
    },
    acknowledged(frames) {
      safe = Math.max(safe, safeAfter[frames - 1] ?? safe)
      return safe
    },
    waiting: () => made - safe,
  }
}

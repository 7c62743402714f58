// Messages of which much must be kept before they are complete: one at a time of each member, and few of all.
import type { Bearer } from './members'
import type { Turns } from './turns'

/** When more bytes than this have come of one message, it waits its turn. */
const large = 64 * 1024
/** Whose turn it is and who sends slower than this (bytes a second) for a while is given up: others wait. */
const slowest = 8 * 1024
const slowLooks = 3

export interface LargeMessages {
  /** So many bytes have come from the network. */
  arrived(bytes: number): void
  /** A message is complete. */
  completed(): void
  /** Called every few seconds: false when a message takes too long. */
  isMoving(): boolean
  stop(): void
}

export interface LargeNeeds {
  turns: Turns
  member: Bearer
  /** Nothing more is read until `waiting` is over. */
  hold(waiting: Promise<void>): void
}

export function watchLargeMessages({ turns, member, hold }: LargeNeeds): LargeMessages {
  /** There is one while a turn is waited for. */
  let leaving: AbortController | undefined
  let hasLeft = false
  /** Bytes of a message that is not complete. */
  let unfinished = 0
  let isWaiting = false
  let endTurn: (() => void) | undefined
  let looked = { at: 0, unfinished: 0, slow: 0 }

  const takeTurn = async () => {
    isWaiting = true
    leaving = new AbortController()
    const end = await turns.take(member, leaving.signal)
    leaving = undefined
    isWaiting = false
    // It may have been complete already, and only waited to be read.
    if (unfinished <= large || hasLeft) return end()
    endTurn = end
    looked = { at: performance.now(), unfinished, slow: 0 }
  }
  const finish = () => {
    unfinished = 0
    endTurn?.()
    endTurn = undefined
  }

  return {
    arrived(bytes) {
      unfinished += bytes
      if (unfinished > large && !isWaiting && !endTurn) hold(takeTurn())
    },
    completed: finish,
    isMoving() {
      if (!endTurn) return true
      const now = performance.now()
      const rate = ((unfinished - looked.unfinished) / (now - looked.at)) * 1000
      looked = { at: now, unfinished, slow: rate < slowest ? looked.slow + 1 : 0 }
      return looked.slow < slowLooks
    },
    stop() {
      hasLeft = true
      leaving?.abort()
      finish()
    },
  }
}

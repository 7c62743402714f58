// What changed about a session beside its content: told to every part of the relay that acts on it. Where several
// relays serve one organisation, each of them hears it; so whoever listens reads anew from storage what it needs.
import type { Logger } from 'pino'

export type Change =
  /** A room or the whole session was locked or opened. */
  | { kind: 'locks'; sessionId: string }
  /** A member joined, was renamed, muted, or given another role. */
  | { kind: 'member'; sessionId: string; memberId: string }
  /** A member's tokens are dead. */
  | { kind: 'removed'; sessionId: string; memberId: string }
  /** A member's first connection opened, or their last one closed. */
  | { kind: 'here'; sessionId: string }
  /** Somebody waits to be let in or gave up, or the waiting room was switched; about `settled` something was decided. */
  | { kind: 'waiting'; sessionId: string; settled?: string[] }
  /** An invite was made, used or revoked. */
  | { kind: 'invites'; sessionId: string }
  /** A door was opened, shut or given a new code. */
  | { kind: 'door'; sessionId: string }
  /** The session is gone. */
  | { kind: 'deleted'; sessionId: string }

export interface Changes {
  /** Resolves when all who listen in this relay have acted. */
  tell(change: Change): Promise<void>
  listen(act: (change: Change) => void | Promise<void>): void
}

/** For a relay by itself: what is told is heard at once. */
export function tellHere(log: Logger): Changes {
  const listeners: ((change: Change) => void | Promise<void>)[] = []
  return {
    async tell(change) {
      for (const act of listeners)
        try {
          await act(change)
        } catch (error) {
          log.error({ kind: change.kind, reason: String(error) }, 'a change was not followed')
        }
    },
    listen: (act) => void listeners.push(act),
  }
}

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
  /** A picture was added. */
  | { kind: 'pictures'; sessionId: string }
  /** The session is gone. */
  | { kind: 'deleted'; sessionId: string }

export interface Changes {
  /** Resolves when all who listen in this relay have acted. */
  tell(change: Change): Promise<void>
  listen(act: (change: Change) => void | Promise<void>): void
  /** Changes may have gone unheard: whoever keeps something in memory reads it anew. False when one could not. */
  missed(): Promise<boolean>
  listenForMissed(act: () => void | Promise<void>): void
}

/** For a relay by itself: what is told is heard at once. */
export function tellHere(log: Logger): Changes {
  const listeners: ((change: Change) => void | Promise<void>)[] = []
  const readers: (() => void | Promise<void>)[] = []
  /** True when all of them could act. */
  const inTurn = async (what: string, acts: Iterable<() => void | Promise<void>>) => {
    let couldAll = true
    for (const act of acts)
      try {
        await act()
      } catch (error) {
        couldAll = false
        log.error({ kind: what, reason: String(error) }, 'a change was not followed')
      }
    return couldAll
  }
  return {
    async tell(change) {
      await inTurn(
        change.kind,
        listeners.map((act) => () => act(change)),
      )
    },
    listen: (act) => void listeners.push(act),
    missed: () => inTurn('missed', readers),
    listenForMissed: (act) => void readers.push(act),
  }
}

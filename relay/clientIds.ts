// Whose a Yjs client id is in a room: nobody may write on in another's name, or what that one writes next would be
// taken for something known.
import type { StateVector } from './known'

/** So many are remembered, the latest. */
const mostRemembered = 10_000

/** The client ids that are not one member's own. */
export interface OthersIds {
  has(clientId: number): boolean
}

export interface ClientIds {
  /** A page of `memberId` wrote an update of its own making. */
  wrote(memberId: string, brought: StateVector): void
  writerOf(clientId: number): string | undefined
  /** @param shownBy the member whose presence bears a client id. */
  othersOf(memberId: string, shownBy: (clientId: number) => string | undefined): OthersIds
}

export function rememberClientIds(): ClientIds {
  let writers: Map<number, string> | undefined
  return {
    wrote(memberId, brought) {
      // A page writes as one client; what speaks of several says nothing of whose they are.
      if (brought.size !== 1) return
      const [clientId] = brought.keys()
      writers ??= new Map()
      if (writers.has(clientId!)) return
      writers.set(clientId!, memberId)
      if (writers.size <= mostRemembered) return
      for (const oldest of writers.keys()) return void writers.delete(oldest)
    },
    writerOf: (clientId) => writers?.get(clientId),
    othersOf: (memberId, shownBy) => ({
      has(clientId) {
        const owner = writers?.get(clientId) ?? shownBy(clientId)
        return owner !== undefined && owner !== memberId
      },
    }),
  }
}

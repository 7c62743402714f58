// Who is in a room and what their pages show of them: the latest of each client, bound to the connection it came by.
import { presenceEntry, type PresenceClaim } from './frames'

/** As everybody sees a member; the relay writes it into every state, whatever the client says. */
export interface Face {
  memberId: string
  name: string
  role: string
  /** `#rrggbb` */
  color: string
}

/** One connection may show so many clients (a stock page shows one). */
const clientsPerConnection = 4
/** Ids of clients that left stay theirs for so long (ms): others still echo what they heard of them. */
const leftFor = 10 * 60_000
const mostLeft = 5000
/** 2025-01-01: keeps clocks short. */
const clockStart = Date.UTC(2025, 0, 1)

interface Shown<C> {
  connection: C
  memberId: string
  /** The client's own count, to drop what comes late. */
  claimedClock: number
  entry: Uint8Array
}

export interface PresenceChange<C> {
  connection: C
  entry: Uint8Array
}

export interface Presence<C> {
  /**
   * Takes what is the connection's own of `claims`. Other people's clients are passed over in silence: a stock client
   * sends back all that it hears. `tooLarge` when a state of its own is.
   */
  claim(connection: C, face: Face, claims: readonly PresenceClaim[]): 'taken' | 'tooLarge'
  /** Everything that `connection` showed goes. */
  leave(connection: C): void
  /** What changed since the last call, the latest of each client. */
  takeChanges(): PresenceChange<C>[]
  hasChanges(): boolean
  /** Everybody but `connection`. */
  othersOf(connection: C): Uint8Array[]
}

/** @param mostBytes of one client's state, as JSON. */
export function trackPresence<C>(mostBytes: number): Presence<C> {
  const shown = new Map<number, Shown<C>>()
  const left = new Map<number, { memberId: string; at: number }>()
  const changed = new Map<number, PresenceChange<C>>()
  let lastClock = 0

  // Clocks are the relay's own and always grow, also over its restarts: pages remember the clock of a client that
  // left, and would not see it return with the same one.
  const nextClock = () => (lastClock = Math.max(lastClock + 1, Date.now() - clockStart))

  const clientsOf = (connection: C) => {
    let count = 0
    for (const each of shown.values()) if (each.connection === connection) count++
    return count
  }
  const remove = (clientId: number, each: Shown<C>) => {
    shown.delete(clientId)
    left.set(clientId, { memberId: each.memberId, at: Date.now() })
    changed.set(clientId, {
      connection: each.connection,
      entry: presenceEntry(clientId, nextClock(), 'null'),
    })
    for (const [id, { at }] of left) {
      if (left.size <= mostLeft && Date.now() - at < leftFor) break
      left.delete(id)
    }
  }
  /** Whether `clientId` is, or may become, what this connection shows. */
  const mayShow = (clientId: number, connection: C, memberId: string, isAlone: boolean) => {
    const known = shown.get(clientId)
    if (known?.connection === connection) return true
    // The first word of a new connection is about its own page: so one returns before its old socket is given up.
    const owner = known?.memberId ?? left.get(clientId)?.memberId
    if (owner !== undefined) return owner === memberId && isAlone && clientsOf(connection) === 0
    return clientsOf(connection) < clientsPerConnection
  }

  return {
    claim(connection, face, claims) {
      for (const { clientId, clock, json } of claims) {
        const known = shown.get(clientId)
        if (json === 'null') {
          if (known?.connection === connection) remove(clientId, known)
          continue
        }
        if (!mayShow(clientId, connection, face.memberId, claims.length === 1)) continue
        if (known?.connection === connection && clock <= known.claimedClock) continue
        if (Buffer.byteLength(json) > mostBytes) return 'tooLarge'
        const marked = withFace(json, face)
        if (marked === undefined) continue
        const entry = presenceEntry(clientId, nextClock(), marked)
        left.delete(clientId)
        shown.set(clientId, { connection, memberId: face.memberId, claimedClock: clock, entry })
        changed.set(clientId, { connection, entry })
      }
      return 'taken'
    },
    leave(connection) {
      for (const [clientId, each] of shown) if (each.connection === connection) remove(clientId, each)
    },
    takeChanges() {
      const changes = [...changed.values()]
      changed.clear()
      return changes
    },
    hasChanges: () => changed.size > 0,
    othersOf: (connection) =>
      [...shown.values()].filter((each) => each.connection !== connection).map(({ entry }) => entry),
  }
}

function withFace(json: string, face: Face): string | undefined {
  try {
    const state: unknown = JSON.parse(json)
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined
    return JSON.stringify({ ...state, user: face })
  } catch {
    return undefined
  }
}

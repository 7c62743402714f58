// Who is in a room and what their pages show of them: the latest of each client, bound to the connection it came by.
import { jsonOf, presenceEntry, type PresenceClaim } from './frames'
import type { ShownClient } from './neighbours'

/** As everybody sees a member; the relay writes it into every state, whatever the client says. */
export interface Face {
  memberId: string
  name: string
  role: string
  /** `#rrggbb` */
  color: string
}

/** One connection may show so many clients (a stock page shows one), an uplink those of a whole workshop. */
const clientsPerConnection = 4
const clientsPerUplink = 2000
/** Ids of clients that left stay theirs for so long (ms): others still echo what they heard of them. */
const leftFor = 10 * 60_000
const mostLeft = 5000
/** 2025-01-01: keeps clocks short. */
const clockStart = Date.UTC(2025, 0, 1)

/** The face for what a client says of itself in `user`, where a connection speaks for many; undefined: not shown. */
export type SpeaksFor = (user: unknown) => Face | undefined

export interface PresenceChange<C> extends ShownClient {
  connection: C
  /** The client's own count, to drop what comes late; undefined when another relay shows it. */
  claimedClock: number | undefined
}

export interface Presence<C> {
  /**
   * Takes what is the connection's own of `claims`. Other people's clients are passed over in silence: a stock client
   * sends back all that it hears. `tooLarge` when a state of its own is. With `speaksFor` the connection is an uplink:
   * each state bears the face of whoever it is of, and what is too large is passed over for the sake of the others.
   */
  claim(
    connection: C,
    face: Face,
    claims: readonly PresenceClaim[],
    speaksFor?: SpeaksFor,
  ): 'taken' | 'tooLarge'
  /** Takes what another relay shows; `connection` stands for it. What is somebody else's here stays theirs. */
  take(connection: C, clients: readonly ShownClient[]): void
  /** What `connection` shows of the member of `face` is shown with that face. */
  setFace(connection: C, face: Face): void
  /** Everything that `connection` showed goes. */
  leave(connection: C): void
  /** What changed since the last call, the latest of each client. */
  takeChanges(): PresenceChange<C>[]
  hasChanges(): boolean
  /** Everybody but `connection`. */
  othersOf(connection: C): Uint8Array[]
  /** The members whose clients `connection` shows. */
  shownBy(connection: C): Set<string>
  /** The member whose client it is. */
  ownerOf(clientId: number): string | undefined
  /** What this relay shows itself. */
  own(): ShownClient[]
}

/**
 * @param mostBytes of one client's state, as JSON.
 * @param writerOf the member who has written as a client: nobody else may show it.
 */
export function trackPresence<C>(
  mostBytes: number,
  writerOf: (clientId: number) => string | undefined = () => undefined,
): Presence<C> {
  const shown = new Map<number, PresenceChange<C>>()
  let left: Map<number, { memberId: string; at: number }> | undefined
  const changed = new Map<number, PresenceChange<C>>()
  let lastClock = 0

  // Clocks are the relay's own and always grow, also over its restarts: pages remember the clock of a client that
  // left, and would not see it return with the same one.
  const nextClock = () => (lastClock = Math.max(lastClock + 1, Date.now() - clockStart))

  const ownerOf = (clientId: number) =>
    shown.get(clientId)?.memberId ?? left?.get(clientId)?.memberId ?? writerOf(clientId)
  const clientsOf = (connection: C) => {
    let count = 0
    for (const each of shown.values()) if (each.connection === connection) count++
    return count
  }
  const show = (each: PresenceChange<C>) => {
    left?.delete(each.clientId)
    shown.set(each.clientId, each)
    changed.set(each.clientId, each)
  }
  /** `gone` is given when another relay has said so itself. */
  const remove = ({ clientId, ...each }: PresenceChange<C>, gone?: ShownClient) => {
    shown.delete(clientId)
    left ??= new Map()
    left.set(clientId, { memberId: each.memberId, at: Date.now() })
    const clock = gone?.clock ?? nextClock()
    const entry = gone?.entry ?? presenceEntry(clientId, clock, 'null')
    changed.set(clientId, { ...each, clientId, clock, entry, hasLeft: true })
    for (const [id, { at }] of left) {
      if (left.size <= mostLeft && Date.now() - at < leftFor) break
      left.delete(id)
    }
  }
  /** Whether `clientId` is, or may become, what this connection shows of the member. */
  const mayShow = (clientId: number, connection: C, memberId: string, first: 'alone' | 'many' | 'uplink') => {
    const known = shown.get(clientId)
    if (known?.connection === connection) return true
    const owner = ownerOf(clientId)
    if (owner === undefined)
      return clientsOf(connection) < (first === 'uplink' ? clientsPerUplink : clientsPerConnection)
    if (owner !== memberId) return false
    // The first word of a new connection is about its own page: so one returns before its old socket is given up.
    return first === 'uplink' || (first === 'alone' && clientsOf(connection) === 0)
  }

  return {
    claim(connection, face, claims, speaksFor) {
      const first = speaksFor ? 'uplink' : claims.length === 1 ? 'alone' : 'many'
      for (const { clientId, clock, json } of claims) {
        const known = shown.get(clientId)
        if (json === 'null') {
          if (known?.connection === connection) remove(known)
          continue
        }
        if (!speaksFor && !mayShow(clientId, connection, face.memberId, first)) continue
        if (known?.connection === connection && clock <= (known.claimedClock ?? -1)) continue
        if (Buffer.byteLength(json) > mostBytes) {
          if (speaksFor) continue
          return 'tooLarge'
        }
        const marked = withFace(json, speaksFor ?? (() => face))
        if (marked === undefined) continue
        const { memberId } = marked.face
        if (speaksFor && !mayShow(clientId, connection, memberId, first)) continue
        const ownClock = nextClock()
        show({
          connection,
          clientId,
          memberId,
          claimedClock: clock,
          clock: ownClock,
          entry: presenceEntry(clientId, ownClock, marked.json),
          hasLeft: false,
        })
      }
      return 'taken'
    },
    take(connection, clients) {
      for (const client of clients) {
        lastClock = Math.max(lastClock, client.clock)
        const known = shown.get(client.clientId)
        const owner = known?.memberId ?? left?.get(client.clientId)?.memberId ?? client.memberId
        if (owner !== client.memberId || (known && client.clock <= known.clock)) continue
        if (!client.hasLeft) show({ ...client, connection, claimedClock: undefined })
        else if (known?.connection === connection) remove(known, client)
      }
    },
    setFace(connection, face) {
      for (const each of shown.values()) {
        if (each.connection !== connection || each.memberId !== face.memberId) continue
        const marked = withFace(jsonOf(each.entry), () => face)
        if (marked === undefined) continue
        const clock = nextClock()
        show({ ...each, clock, entry: presenceEntry(each.clientId, clock, marked.json) })
      }
    },
    leave(connection) {
      for (const each of shown.values()) if (each.connection === connection) remove(each)
    },
    takeChanges() {
      const changes = [...changed.values()]
      changed.clear()
      return changes
    },
    hasChanges: () => changed.size > 0,
    othersOf: (connection) =>
      [...shown.values()].filter((each) => each.connection !== connection).map(({ entry }) => entry),
    shownBy: (connection) =>
      new Set(
        [...shown.values()].filter((each) => each.connection === connection).map(({ memberId }) => memberId),
      ),
    ownerOf,
    own: () => [...shown.values()].filter(({ claimedClock }) => claimedClock !== undefined),
  }
}

function withFace(json: string, faceOf: SpeaksFor): { json: string; face: Face } | undefined {
  try {
    const state: unknown = JSON.parse(json)
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined
    const face = faceOf('user' in state ? state.user : undefined)
    if (!face) return undefined
    if ('user' in state) return { json: JSON.stringify({ ...state, user: face }), face }
    // A page of ours leaves the face to the relay: what it wrote need not be written anew.
    const end = json.lastIndexOf('}')
    const comma = isEmpty(state) ? '' : ','
    return { json: `${json.slice(0, end)}${comma}"user":${textOf(face)}}`, face }
  } catch {
    return undefined
  }
}

function isEmpty(state: object): boolean {
  for (const key in state) if (Object.hasOwn(state, key)) return false
  return true
}

/** A page moves its cursor many times with one face. */
const texts = new WeakMap<Face, string>()
function textOf(face: Face): string {
  const known = texts.get(face)
  if (known !== undefined) return known
  const text = JSON.stringify(face)
  texts.set(face, text)
  return text
}

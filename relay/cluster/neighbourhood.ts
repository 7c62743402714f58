// Which other relays are alive, and which members are connected to each: told on one channel that all relays follow.
import { z } from 'zod'
import type { MembersHere } from '../neighbours'
import type { Change } from '../changes'
import type { Feed } from './feed'

/** So often (ms) a relay says that it is alive. */
const beat = 1000
/** Not heard of for so long (ms), it counts as gone. */
const silence = 5000

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alive'), relayId: z.string() }),
  z.object({ kind: z.literal('leaves'), relayId: z.string() }),
  /** Wants to know who is connected to the others. */
  z.object({ kind: z.literal('asks'), relayId: z.string() }),
  z.object({
    kind: z.literal('here'),
    relayId: z.string(),
    sessionId: z.string(),
    members: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('change'),
    relayId: z.string(),
    change: z.looseObject({ kind: z.string(), sessionId: z.string() }),
  }),
])
type Said = z.infer<typeof said>

export interface NeighbourRelay {
  relayId: string
  heardAt: number
  here: Map<string, string[]>
}

export interface Neighbourhood {
  readonly relayId: string
  /** The relay with this id, noted as alive. */
  heardOf(relayId: string): NeighbourRelay
  begin(membersHere: () => MembersHere): void
  membersElsewhere(sessionId: string): Set<string>
  /** Tells now, and not with the next beat, who is connected here. */
  tellMembers(): void
  /** False when Redis is away. */
  tellChange(change: Change): Promise<boolean>
  listen(listener: NeighbourhoodListener): void
  close(): Promise<void>
}

export interface NeighbourhoodListener {
  /** Another relay told of a change. */
  changed?(change: Change): void
  /** Something said may have been missed. */
  missed?(): void
  left?(neighbour: NeighbourRelay): void
  /** One that was taken for gone is there again. */
  returned?(): void
}

export async function openNeighbourhood(feed: Feed, prefix: string, relayId: string): Promise<Neighbourhood> {
  const channel = `${prefix}relays`
  const known = new Map<string, NeighbourRelay>()
  const gone = new Set<string>()
  const listeners: NeighbourhoodListener[] = []
  let membersHere: () => MembersHere = () => new Map()
  let told = new Map<string, string[]>()
  let timer: ReturnType<typeof setInterval> | undefined
  let lastBeat = performance.now()

  const say = (what: Said) => feed.say(channel, Buffer.from(JSON.stringify(what)))
  const heardOf = (id: string): NeighbourRelay => {
    const neighbour = known.get(id) ?? { relayId: id, heardAt: 0, here: new Map() }
    neighbour.heardAt = performance.now()
    if (!known.has(id)) {
      known.set(id, neighbour)
      if (gone.delete(id)) for (const listener of listeners) listener.returned?.()
    }
    return neighbour
  }
  const leave = (neighbour: NeighbourRelay) => {
    known.delete(neighbour.relayId)
    for (const listener of listeners) listener.left?.(neighbour)
  }
  const tellMembers = (all = false) => {
    const now = new Map([...membersHere()].map(([id, members]) => [id, [...members].sort()]))
    for (const sessionId of new Set([...now.keys(), ...told.keys()])) {
      const members = now.get(sessionId) ?? []
      const isSame = told.get(sessionId)?.join() === members.join()
      if (all ? members.length > 0 : !isSame) void say({ kind: 'here', relayId, sessionId, members })
    }
    told = now
  }
  const look = () => {
    const now = performance.now()
    // After a pause of this relay's own, what the others said meanwhile is still to be read.
    const wasAway = now - lastBeat > 2 * beat
    lastBeat = now
    void say({ kind: 'alive', relayId })
    tellMembers()
    if (wasAway) return
    for (const neighbour of known.values())
      if (now - neighbour.heardAt > silence) {
        gone.add(neighbour.relayId)
        leave(neighbour)
      }
  }

  const hear = (message: Buffer) => {
    const parsed = said.safeParse(JSON.parse(message.toString()))
    // Of a relay of another version, perhaps.
    if (!parsed.success || parsed.data.relayId === relayId) return
    const what = parsed.data
    const neighbour = heardOf(what.relayId)
    switch (what.kind) {
      case 'alive':
        return
      case 'leaves':
        return leave(neighbour)
      case 'asks':
        return tellMembers(true)
      case 'here':
        if (what.members.length > 0) neighbour.here.set(what.sessionId, what.members)
        else neighbour.here.delete(what.sessionId)
        return
      case 'change':
        for (const listener of listeners) listener.changed?.(what.change as Change)
    }
  }
  const begin = () => {
    void say({ kind: 'asks', relayId })
    tellMembers(true)
  }
  const { subscribed, stop } = feed.follow(channel, {
    hear,
    resume() {
      begin()
      for (const listener of listeners) listener.missed?.()
    },
  })
  await subscribed

  return {
    relayId,
    heardOf,
    begin(given) {
      membersHere = given
      begin()
      lastBeat = performance.now()
      timer = setInterval(look, beat).unref()
      look()
    },
    membersElsewhere: (sessionId) =>
      new Set([...known.values()].flatMap(({ here }) => here.get(sessionId) ?? [])),
    tellMembers: () => tellMembers(),
    tellChange: (change) => say({ kind: 'change', relayId, change }),
    listen: (listener) => void listeners.push(listener),
    async close() {
      clearInterval(timer)
      await say({ kind: 'leaves', relayId })
      stop()
    },
  }
}

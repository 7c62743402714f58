// Where the others are in this chain: the element or link they look at, the text they write in.
import { z } from 'zod'
import type { Presence, Room } from '../../document/session'
import { followGroups } from '../../document/followGroups'

/** What this page tells of itself under `place`. */
export interface OwnPlace {
  /** Such as `element:<id>`, `link:<id>`, `need`. */
  at?: string
  /** The text they write in, such as `elements/<id>/title`. */
  field?: string
}

const place = z.object({
  at: z.string().max(100).optional().catch(undefined),
  field: z.string().max(200).optional().catch(undefined),
})

export interface Someone {
  readonly clientId: number
  readonly name: string
  readonly color: string
}

export interface Places {
  /** Those who are at the element or link, each person once. */
  at(what: string): readonly Someone[]
  /** Those who write in the text. */
  inField(field: string): readonly Someone[]
  subscribe(changed: () => void): () => void
}

function gather(present: readonly Presence[]): Map<string, Someone[]> {
  const groups = new Map<string, Someone[]>()
  const seen = new Set<string>()
  const put = (group: string, { clientId, memberId, name, color }: Presence) => {
    const once = `${memberId} ${group}`
    if (seen.has(once)) return
    seen.add(once)
    groups.set(group, [...(groups.get(group) ?? []), { clientId, name, color }])
  }
  for (const each of present) {
    const read = place.safeParse(each.state.place)
    if (!read.success) continue
    if (read.data.at) put(`at ${read.data.at}`, each)
    if (read.data.field) put(`in ${read.data.field}`, each)
  }
  return groups
}

/** Follows everybody's place in the room while somebody listens. */
export function followPlaces(room: Room): Places {
  const groups = followGroups(room, gather)
  return {
    at: (what) => groups.in(`at ${what}`),
    inField: (field) => groups.in(`in ${field}`),
    subscribe: groups.subscribe,
  }
}

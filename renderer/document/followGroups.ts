// Others' presence sorted into groups (those in a block, those in a row), each group unchanged until it changes.
import { readPresence } from './presence'
import type { Presence, Room } from './session'

export interface Groups<T> {
  /** Those in the group; the same array until that changes. */
  in(group: string): readonly T[]
  subscribe(changed: () => void): () => void
}

const nobody: readonly never[] = Object.freeze([])

const same = <T extends object>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length &&
  a.every((each, at) => (Object.keys(each) as (keyof T)[]).every((key) => each[key] === b[at]![key]))

/** Follows everybody in the room while somebody listens. `gather` sorts them by the name of their group. */
export function followGroups<T extends object>(
  room: Room,
  gather: (present: readonly Presence[]) => ReadonlyMap<string, readonly T[]>,
): Groups<T> {
  const listeners = new Set<() => void>()
  let groups: ReadonlyMap<string, readonly T[]> = new Map()
  const read = () => {
    groups = new Map(
      [...gather(readPresence(room))].map(([name, people]) => {
        const kept = groups.get(name)
        return [name, kept && same(kept, people) ? kept : people]
      }),
    )
    listeners.forEach((changed) => changed())
  }
  return {
    in: (group) => groups.get(group) ?? nobody,
    subscribe(changed) {
      if (listeners.size === 0) {
        room.awareness.on('change', read)
        listeners.add(changed)
        read()
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) room.awareness.off('change', read)
      }
    },
  }
}

// What changed in a room's presence, as frames: one for everybody, and without what is theirs for those who showed it.
import { awarenessFrame } from './frames'
import type { PresenceChange } from './presence'
import type { WireFrame } from './wireFrame'

/** @returns the frame for a connection; undefined when nothing changed for it. */
export function framePresence<C>(
  changes: readonly PresenceChange<C>[],
): (connection: C) => WireFrame | undefined {
  if (changes.length === 0) return () => undefined
  /** By connection: the place of its only change, or -1 when it has several. */
  const places = new Map<C, number>()
  for (const [place, { connection }] of changes.entries())
    places.set(connection, places.has(connection) ? -1 : place)
  const entries = changes.map(({ entry }) => entry)
  const all = awarenessFrame(entries)
  const bytes = entries.reduce((sum, { length }) => sum + length, 0)
  const together = all.message.subarray(all.message.length - bytes)
  const starts: number[] = []
  entries.reduce((start, { length }) => {
    starts.push(start)
    return start + length
  }, 0)

  /** Most show one client: what comes before and after it is copied in one go each. */
  const without = (place: number): WireFrame | undefined => {
    if (entries.length === 1) return undefined
    const start = starts[place]!
    const rest = [together.subarray(0, start), together.subarray(start + entries[place]!.length)]
    return awarenessFrame(rest, entries.length - 1)
  }
  return (connection) => {
    const place = places.get(connection)
    if (place === undefined) return all
    if (place >= 0) return without(place)
    const others = changes.filter((each) => each.connection !== connection)
    return others.length > 0 ? awarenessFrame(others.map(({ entry }) => entry)) : undefined
  }
}

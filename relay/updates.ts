// Looks into an update just far enough to know that Yjs can decode it, and what it brings.
import * as Y from 'yjs'

/** An update that Yjs can decode. */
export interface CheckedUpdate {
  bytes: Uint8Array
  /** No structs and nothing deleted: it says nothing. */
  isEmpty: boolean
  /** Runs of structs as [client, clock, length], gaps left out. */
  runs: readonly (readonly [client: number, clock: number, length: number])[]
}

/** Nothing at all, as Yjs writes it (v1). */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0])

/**
 * Undefined when Yjs cannot decode `bytes`. They must own their memory exactly (`new Uint8Array(message)`): a decoder
 * given a view into a larger buffer can be made to read its neighbours.
 */
export function checkUpdate(bytes: Uint8Array): CheckedUpdate | undefined {
  if (bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0) return { bytes, isEmpty: true, runs: [] }
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const runs: [number, number, number][] = []
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const last = runs.at(-1)
      const { client, clock } = struct.id
      if (!isClock(clock + struct.length)) return undefined
      if (struct instanceof Y.Item && leansOnItself(struct)) return undefined
      if (last && last[0] === client && last[1] + last[2] === clock) last[2] += struct.length
      else runs.push([client, clock, struct.length])
    }
    for (const deleted of ds.clients.values())
      for (const { clock, len } of deleted) if (!isClock(clock + len)) return undefined
    return { bytes, isEmpty: structs.length === 0 && ds.clients.size === 0, runs }
  } catch {
    return undefined
  }
}

/** What a peer has, by client. */
export type StateVector = Map<number, number>

/** Undefined when `bytes` is no state vector. */
export function checkStateVector(bytes: Uint8Array): StateVector | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return undefined
  }
}

/** Adds to `have` what `runs` bring without a gap. */
export function extendStateVector(have: StateVector, runs: CheckedUpdate['runs']): void {
  for (const [client, clock, length] of runs) {
    const known = have.get(client) ?? 0
    if (clock <= known && clock + length > known) have.set(client, clock + length)
  }
}

/** One update that says what all of them say. They must have been checked. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 0) return emptyUpdate
  return updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates])
}

export function encodeStateVector(have: StateVector): Uint8Array {
  return Y.encodeStateVector(have)
}

/** True for a struct that stands on a later one of its own client: it decodes, but applying it throws. */
function leansOnItself({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  const leansOn = (other: unknown) =>
    other instanceof Y.ID && other.client === id.client && other.clock >= id.clock
  return leansOn(origin) || leansOn(rightOrigin) || leansOn(parent)
}

/** Clocks beyond this cannot be told apart as numbers. */
function isClock(clock: number): boolean {
  return Number.isSafeInteger(clock) && clock >= 0
}

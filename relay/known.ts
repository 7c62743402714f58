// What a room has, as far as judging an update needs it: how far each client's clock has come, where what it wrote
// stands, and the names of the root types. A few numbers for every run of items, instead of a document.
import { randomInt } from 'node:crypto'

/** What a peer has, by client: the clock after the last. */
export type StateVector = Map<number, number>

/**
 * Where an item stands: a number for its type and, in a map, its key. The lowest seven bits say how deep that type lies
 * within others (1: it is a root type), the next whether there is a key. Numbers come from a secret start, so that
 * nobody can aim for the same one.
 */
export type Place = number

/** Where what was collected as garbage stands. */
export const nowhere: Place = 0

/** One client's places as runs: from `starts[i]` on it is `places[i]`. */
export interface PlaceRuns {
  starts: number[]
  places: Place[]
}

export interface Known {
  have: StateVector
  places: Map<number, PlaceRuns>
  roots: Set<string>
  /** Where the numbers of places come from; the same in every thread. */
  secret: number
}

const secretHere = randomInt(2 ** 32)
/** Types within types are told apart so deep. */
const deepest = 127

export function knowNothing(): Known {
  return { have: new Map(), places: new Map(), roots: new Set(), secret: secretHere }
}

export function clockIn(have: StateVector, client: number): number {
  return have.get(client) ?? 0
}

export function depthOf(place: Place): number {
  return place % 128
}

/** True for a place that holds the one value of a key. */
export function hasKey(place: Place): boolean {
  return place % 256 >= 128
}

let high = 0
let low = 0
const add = (number: number) => {
  high = Math.imul(high ^ number, 0x85ebca6b)
  high ^= high >>> 15
  low = Math.imul(low ^ (number + high), 0xc2b2ae35)
  low ^= low >>> 13
}
/** A string as it stands in an update: its length, then its bytes. */
const addString = (bytes: Uint8Array, from: number) => {
  let end = from
  let length = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[end++]!
    length += (byte & 127) * factor
    if (byte < 128) break
  }
  end += length
  for (let i = from; i < end; i++) add(bytes[i]!)
}

/**
 * The place in the type that the item `client`, `clock` holds; with a `clock` of -1 in the root type whose name stands at
 * `client` in `bytes`. `key` is where the key stands, or -1.
 */
export function placeIn(
  secret: number,
  bytes: Uint8Array,
  client: number,
  clock: number,
  key: number,
  depth: number,
): Place {
  high = secret | 0
  low = ~secret | 0
  if (clock < 0) addString(bytes, client)
  else
    for (const number of [client, clock]) {
      add(number | 0)
      add(Math.floor(number / 2 ** 32) + 1000)
    }
  if (key >= 0) addString(bytes, key)
  const name = (high >>> 0) * 2 ** 12 + ((low >>> 0) & 0xfff)
  return Math.max(1, name) * 256 + (key >= 0 ? 128 : 0) + Math.min(depth, deepest)
}

/** Undefined before the first run. */
export function findInRuns({ starts, places }: PlaceRuns, clock: number): Place | undefined {
  let last = starts.length - 1
  if (last < 0 || clock < starts[0]!) return undefined
  if (clock >= starts[last]!) return places[last]
  let first = 0
  while (first < last) {
    const middle = (first + last + 1) >> 1
    if (starts[middle]! <= clock) first = middle
    else last = middle - 1
  }
  return places[first]
}

/** Notes that what was written from `clock` on stands in `place`. Clocks come in order. */
export function addToRuns({ starts, places }: PlaceRuns, clock: number, place: Place): void {
  if (starts.length > 0 && places[places.length - 1] === place) return
  starts.push(clock)
  places.push(place)
}

/** Adds what an update brings. */
export function learn(known: Known, brings: Known): void {
  for (const [client, clock] of brings.have)
    if (clock > clockIn(known.have, client)) known.have.set(client, clock)
  for (const [client, fresh] of brings.places) {
    const runs = known.places.get(client)
    if (!runs) known.places.set(client, fresh)
    else for (let i = 0; i < fresh.starts.length; i++) addToRuns(runs, fresh.starts[i]!, fresh.places[i]!)
  }
  for (const root of brings.roots) known.roots.add(root)
}

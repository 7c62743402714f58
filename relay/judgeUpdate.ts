// Judges an update against what its room has: whether Yjs can apply all of it, on every page alike. The relay has no
// document to try it on; it follows the order in which Yjs integrates, and keeps from each update only what is new.
import * as Y from 'yjs'
import type { OthersIds } from './clientIds'
import { clockIn, knowNothing, type Known, type StateVector } from './known'
import { at, readUpdate, stride, type UpdateOutline } from './readUpdate'
import { walkUpdate, type Walk } from './walkUpdate'
import { writePart, type StructRange } from './writePart'

/** Types within types at most so deep: deleting the outermost one takes as much stack. */
const mostLevels = 100
/** A room's document has at most so many root types: Yjs looks through all of them for every item it writes. */
const mostRoots = 500

/** An update that says only what is new, and leans on nothing that is missing. */
export interface SoundUpdate {
  bytes: Uint8Array
  /** Nothing new and nothing deleted: it says nothing. */
  isEmpty: boolean
  brings: Known
  /** Structs and deleted ranges in it. */
  parts: number
}

/**
 * - `sound`: may be accepted. Where `isLacking` is true, something stood on what the room lacks and was left out.
 * - `refused`: Yjs would not have written it, or it goes beyond what a page bears.
 */
export type Verdict = { kind: 'sound'; update: SoundUpdate; isLacking: boolean } | { kind: 'refused' }

/** Nothing at all, as Yjs writes it (v1). */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0])
export const isNothing = (bytes: Uint8Array) => bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0

/**
 * `bytes` must own their memory exactly: a decoder given a view into a larger buffer can be made to read its neighbours.
 * @param others clients that somebody else writes as: what is new of theirs counts as missing.
 */
export function judgeUpdate(bytes: Uint8Array, known: Known, others?: OthersIds): Verdict {
  if (isNothing(bytes))
    return {
      kind: 'sound',
      update: { bytes: emptyUpdate, isEmpty: true, brings: knowNothing(), parts: 0 },
      isLacking: false,
    }
  const given = readUpdate(bytes)
  const outline = given && withoutKnown(given, known.have)
  if (!outline) return { kind: 'refused' }
  const walk = walkUpdate(outline, known, others)
  if (walk.isMisplaced || walk.deepest > mostLevels || countRoots(known, outline) > mostRoots)
    return { kind: 'refused' }
  const { brings } = walk
  const isLacking = walk.isLacking || isDeletedMissing(outline, known.have, brings.have)
  const whole = isLacking ? cutOut(outline, walk, known.have) : outline.bytes
  const parts = outline.structs.length / stride + outline.deleted.length / 3
  return { kind: 'sound', update: { bytes: whole, isEmpty: isNothing(whole), brings, parts }, isLacking }
}

/** What a room's merged content brings. What still waits in it for missing parts is passed over. */
export function surveyContent(bytes: Uint8Array): Known {
  if (isNothing(bytes)) return knowNothing()
  const outline = readUpdate(bytes, Infinity)
  if (outline) return walkUpdate(outline, knowNothing()).brings
  return { ...knowNothing(), have: Y.decodeStateVector(Y.encodeStateVectorFromUpdate(bytes)) }
}

/** True while what `update` brings is still all new, though another may have been accepted since it was judged. */
export function isStillNew({ brings }: SoundUpdate, before: StateVector, now: StateVector): boolean {
  for (const client of brings.have.keys()) if (before.get(client) !== now.get(client)) return false
  return true
}

/** True when it writes as somebody else. */
export function isForged({ brings }: SoundUpdate, others: OthersIds | undefined): boolean {
  for (const client of brings.have.keys()) if (others?.has(client)) return true
  return false
}

/**
 * Leaves out what the room has: Yjs may choke on a struct that overlaps with one that it has, and two who give
 * different content for one clock would otherwise make pages differ.
 */
function withoutKnown(outline: UpdateOutline, have: StateVector): UpdateOutline | undefined {
  let without: StateVector | undefined
  for (const { client, from } of outline.sections) {
    const clock = clockIn(have, client)
    if (clock > outline.structs[from * stride + at.clock]!) (without ??= new Map()).set(client, clock)
  }
  if (!without) return outline
  return readUpdate(new Uint8Array(Y.diffUpdate(outline.bytes, Y.encodeStateVector(without))))
}

function countRoots(known: Known, { roots }: UpdateOutline): number {
  let count = known.roots.size
  for (const root of roots) if (!known.roots.has(root)) count++
  return count
}

function isDeletedMissing({ deleted }: UpdateOutline, have: StateVector, brought: StateVector): boolean {
  for (let i = 0; i < deleted.length; i += 3) {
    const client = deleted[i]!
    if (deleted[i + 1]! + deleted[i + 2]! > (brought.get(client) ?? clockIn(have, client))) return true
  }
  return false
}

/** The update without what could not be taken. */
function cutOut(outline: UpdateOutline, { reached, brings }: Walk, have: StateVector): Uint8Array {
  const { sections, structs, deleted } = outline
  const isGap = (i: number) => structs[i * stride + at.isGap] === 1
  const taken = sections.flatMap(({ from }, section): StructRange[] => {
    let to = reached[section]!
    while (to > from && isGap(to - 1)) to--
    return to > from ? [{ section, from, to }] : []
  })
  const rest: number[] = []
  for (let i = 0; i < deleted.length; i += 3) {
    const [client, clock] = [deleted[i]!, deleted[i + 1]!]
    const length = Math.min(clock + deleted[i + 2]!, brings.have.get(client) ?? clockIn(have, client)) - clock
    if (length > 0) rest.push(client, clock, length)
  }
  return writePart(outline, taken, rest)
}

// Merging a room's updates and answering state vectors: pure work on bytes, done in a worker when there is much of it.
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { deflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { packContent, unpackContent } from './content'
import { emptyUpdate, judgeUpdate, surveyContent } from './judgeUpdate'
import type { Known } from './known'
import { at, readUpdate, stride } from './readUpdate'
import { splitUpdate } from './uplink/splitUpdate'

export interface Merged {
  /** Everything, as `content.ts` writes it. */
  content: Uint8Array
  stateVector: Uint8Array
  /** Places in the list of updates that could not be applied; their content is not in `update`. */
  unusable: number[]
}

/** An honest update takes a tenth of this to apply, whatever is in it: pages would freeze for much longer. */
export function isSlow(ms: number, update: Uint8Array): boolean {
  return ms > 3000 * (1 + update.length / 2 ** 20)
}

/**
 * Measures ms of work, at most: this thread's own time is not to be had, but it is less than what has passed, and less
 * than what the whole process has worked.
 */
function startWatch(): () => number {
  const begun = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return Math.min(performance.now() - begun, (user + system) / 1000)
  }
}

/**
 * Merges `updates` into one; the first of them may be content, as it is stored. They pass through a document that lives
 * only for this, because it drops the content of what was deleted, which merging bytes alone never does; what still waits
 * for missing parts is kept.
 * @param without places of updates that are known to be unusable.
 * @param progress holds the place of the update that is being applied, and since when (seconds since 1970), for whoever
 * has to give this up.
 */
export function mergeRoom(
  updates: readonly Uint8Array[],
  without: readonly number[] = [],
  progress: Int32Array = new Int32Array(2),
): Merged {
  const unusable = new Set(without)
  for (;;) {
    const doc = new Y.Doc()
    const before = unusable.size
    for (const [index, update] of updates.entries()) {
      if (unusable.has(index)) {
        standIn(doc, update)
        continue
      }
      Atomics.store(progress, 0, index)
      Atomics.store(progress, 1, Math.floor(Date.now() / 1000))
      const worked = startWatch()
      try {
        Y.applyUpdate(doc, index === 0 ? unpackContent(update) : update)
        // What everybody has stays, however long it takes.
        if (index > 0 && isSlow(worked(), update)) unusable.add(index)
      } catch {
        unusable.add(index)
      }
    }
    if (unusable.size === before) {
      const update = Y.encodeStateAsUpdate(doc)
      const stateVector = Y.encodeStateVector(doc)
      doc.destroy()
      return { content: packContent(update), stateVector, unusable: [...unusable].sort((a, b) => a - b) }
    }
    // A document that threw halfway may hold half an update: begin again without the culprits.
    doc.destroy()
  }
}

/** The same on bytes alone: it costs little whatever they say, and keeps the content of what was deleted. */
export function mergeBytes([content, ...updates]: readonly Uint8Array[]): Merged {
  const update = Y.mergeUpdates([unpackContent(content ?? emptyUpdate), ...updates])
  return { content: packContent(update), stateVector: Y.encodeStateVectorFromUpdate(update), unusable: [] }
}

/**
 * Puts nothing in the place of what an update would have brought: what builds on it has something to stand on, and
 * pages that still have it do not bring it back.
 */
function standIn(doc: Y.Doc, update: Uint8Array): void {
  const outline = readUpdate(update)
  if (!outline) return
  const encoder = createEncoder()
  const ranges = outline.sections.flatMap(({ client, to }) => {
    const last = (to - 1) * stride
    const clock = Y.getState(doc.store, client)
    const length = outline.structs[last + at.clock]! + outline.structs[last + at.length]! - clock
    return length > 0 ? [[1, client, clock, 0, length]] : []
  })
  for (const number of [ranges.length, ...ranges.flat(), 0]) writeVarUint(encoder, number)
  Y.applyUpdate(doc, toUint8Array(encoder))
}

/** What `content` says beyond what a peer with `stateVector` has. */
export function diffRoom(content: Uint8Array, stateVector: Uint8Array): Uint8Array {
  return content.length <= 2 ? emptyUpdate : Y.diffUpdate(unpackContent(content), stateVector)
}

/** True when both say the same, however they are cut into updates. What comes first of two that contradict counts. */
export function sayTheSame(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  const [a, b] = [one, other].map((updates) => mergeRoom(updates).content)
  // A document that was loaded at once is written in one way alone.
  return Buffer.compare(mergeRoom([a!]).content, mergeRoom([b!]).content) === 0
}

/** For a message that several may ask for. */
export function deflateMessage(message: Uint8Array): Uint8Array {
  return deflateRawSync(message, { level: 6 })
}

/** What there is to know of a room's merged content, so that updates can be judged against it. */
export function surveyRoom(content: Uint8Array): Known {
  return surveyContent(unpackContent(content))
}

/** The work that a merge worker takes. */
export const mergeTasks = {
  merge: mergeRoom,
  mergeBytes,
  diff: diffRoom,
  deflate: deflateMessage,
  judge: judgeUpdate,
  unpack: unpackContent,
  survey: surveyRoom,
  split: splitUpdate,
  compare: sayTheSame,
}
export type MergeTasks = typeof mergeTasks
export type MergeTask = keyof MergeTasks

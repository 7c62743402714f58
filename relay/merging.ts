// Merging a room's updates and answering state vectors: pure work on bytes, done in a worker when there is much of it.
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { deflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { emptyUpdate, judgeUpdate, surveyContent } from './judgeUpdate'
import { at, readUpdate, stride } from './readUpdate'
import { splitUpdate } from './uplink/splitUpdate'

export interface Merged {
  update: Uint8Array
  stateVector: Uint8Array
  /** Places in the list of updates that could not be applied; their content is not in `update`. */
  unusable: number[]
}

/**
 * Merges `updates` into one. They pass through a document that lives only for this, because it drops the content of
 * what was deleted, which merging bytes alone never does; what still waits for missing parts is kept.
 */
export function mergeRoom(updates: readonly Uint8Array[]): Merged {
  const unusable = new Set<number>()
  for (;;) {
    const doc = new Y.Doc()
    const before = unusable.size
    for (const [index, update] of updates.entries()) {
      if (unusable.has(index)) {
        standIn(doc, update)
        continue
      }
      try {
        Y.applyUpdate(doc, update)
      } catch {
        unusable.add(index)
      }
    }
    if (unusable.size === before) {
      const merged = { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
      doc.destroy()
      return { ...merged, unusable: [...unusable].sort((a, b) => a - b) }
    }
    // A document that threw halfway may hold half an update: begin again without the culprits.
    doc.destroy()
  }
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

/** What `update` says beyond what a peer with `stateVector` has. */
export function diffRoom(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
  return update.length <= 2 ? emptyUpdate : Y.diffUpdate(update, stateVector)
}

/** What is read once and sent often is worth more than the quickest packing. */
export function deflateMessage(message: Uint8Array): Uint8Array {
  return deflateRawSync(message, { level: 6 })
}

/** The work that a merge worker takes. */
export const mergeTasks = {
  merge: mergeRoom,
  diff: diffRoom,
  deflate: deflateMessage,
  judge: judgeUpdate,
  survey: surveyContent,
  split: splitUpdate,
}
export type MergeTasks = typeof mergeTasks
export type MergeTask = keyof MergeTasks

// Merging a room's updates and answering state vectors: pure work on bytes, done in a worker when there is much of it.
import * as Y from 'yjs'
import { splitUpdate } from './uplink/splitUpdate'
import { checkUpdate, emptyUpdate } from './updates'

export interface Merged {
  update: Uint8Array
  stateVector: Uint8Array
  /** Places in the list of updates that decode but cannot be applied; they are not in `update`. */
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
    const broken = applyAll(doc, updates, unusable)
    if (broken === undefined) {
      const merged = { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
      doc.destroy()
      return { ...merged, unusable: [...unusable] }
    }
    // A document that threw halfway may hold half an update: begin again without the culprit.
    unusable.add(broken)
    doc.destroy()
  }
}

function applyAll(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  without: ReadonlySet<number>,
): number | undefined {
  for (const [index, update] of updates.entries()) {
    if (without.has(index)) continue
    try {
      Y.applyUpdate(doc, update)
    } catch {
      return index
    }
  }
  return undefined
}

/** What `update` says beyond what a peer with `stateVector` has. */
export function diffRoom(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
  return update.length <= 2 ? emptyUpdate : Y.diffUpdate(update, stateVector)
}

/** The work that a merge worker takes. */
export const mergeTasks = { merge: mergeRoom, diff: diffRoom, check: checkUpdate, split: splitUpdate }
export type MergeTasks = typeof mergeTasks
export type MergeTask = keyof MergeTasks

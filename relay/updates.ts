// Joining updates and reading state vectors, on bytes.
import * as Y from 'yjs'
import { emptyUpdate } from './judgeUpdate'
import type { StateVector } from './known'

/** Undefined when `bytes` is no state vector. */
export function checkStateVector(bytes: Uint8Array): StateVector | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return undefined
  }
}

export function encodeStateVector(have: StateVector): Uint8Array {
  return Y.encodeStateVector(have)
}

/** One update that says what all of them say. They must have been judged. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 0) return emptyUpdate
  return updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates])
}

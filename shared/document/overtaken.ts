// Whether a value that won over one's own was written by somebody who had seen one's own. Of two values that are written
// under one key at the same time Yjs keeps one; whose is lost can put it in again, if they learn of it.
import * as Y from 'yjs'

/** A write under a key of a map: its place in the log of this document's own client. */
export type OwnWrite = number

/** The last write under `key`, when this document's client made it. */
export function ownWriteOf(kept: Y.Map<unknown>, key: string): OwnWrite | undefined {
  const item = kept._map.get(key)
  return item && item.id.client === kept.doc?.clientID ? item.id.clock : undefined
}

/**
 * True when what is under `key` was written by somebody who knew of `write`, made under the same key, or by this client
 * itself, or when that cannot be told any more.
 */
export function knowsOf(kept: Y.Map<unknown>, key: string, write: OwnWrite): boolean {
  const { doc } = kept
  const item = kept._map.get(key)
  if (!doc || !item) return true
  // Each write names the one that its writer saw there before.
  for (let at: Y.Item = item, seen = 0; ; seen++) {
    if (at.id.client === doc.clientID && at.id.clock >= write) return true
    if (at.origin === null) return false
    if (at.origin.client === doc.clientID && at.origin.clock >= write) return true
    const before = Y.getItem(doc.store, at.origin)
    if (!(before instanceof Y.Item) || seen > mostSteps) return true
    at = before
  }
}

/** Further back nobody looks. */
const mostSteps = 10_000

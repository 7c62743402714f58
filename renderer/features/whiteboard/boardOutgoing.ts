// What this person changed on the board, on its way into the document: property by property, at most so often.
import type { TLRecord, TLStore } from 'tldraw'
import * as Y from 'yjs'
import {
  boardRecords,
  keepRecord,
  keysOf,
  writeKey,
  type BoardRecord,
} from '../../../shared/document/whiteboard'
import { changedKeys, flatten, valueOfKey } from '../../../shared/document/whiteboardChange'
import { isBoardType } from './boardTypes'
import { textKey, type OwnTexts } from './ownTexts'

/** Not yet in the document: the whole record, some of its keys, or that it is gone. */
export type Waiting = 'whole' | 'removed' | Set<string>

/** Changes of the store, as its listeners get them. */
export interface StoreChanges {
  added: Record<string, TLRecord>
  updated: Record<string, [from: TLRecord, to: TLRecord]>
  removed: Record<string, TLRecord>
}

export interface Outgoing {
  /** Takes up what changed in the store; the first change after a pause leaves at once. */
  take(changes: StoreChanges): void
  waiting(id: string): Waiting | undefined
  /** What the store has as a record's text is to be written, whoever put it there, or is as it should be. */
  takeText(id: string, isToWrite: boolean): void
  /** Writes all that waits into the document. */
  flush(): void
  /** Lets go of what waits; for who may not write. */
  forget(): void
}

export interface OutgoingOptions {
  doc: Y.Doc
  store: TLStore
  origin: unknown
  texts: OwnTexts
  /** ms between two writes. */
  every: number
  /** Runs inside the first transaction that writes something. */
  beforeFirstWrite: () => void
}

export function sendChanges({
  doc,
  store,
  origin,
  texts,
  every,
  beforeFirstWrite,
}: OutgoingOptions): Outgoing {
  const records = boardRecords(doc)
  const waiting = new Map<string, Waiting>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wroteAt = -Infinity
  let hasWritten = false

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.size === 0) return
    wroteAt = performance.now()
    doc.transact(() => {
      if (!hasWritten) beforeFirstWrite()
      hasWritten = true
      for (const [id, what] of waiting) write(id, what)
      waiting.clear()
    }, origin)
  }

  const write = (id: string, what: Waiting) => {
    if (what === 'removed') return records.delete(id)
    const record = store.get(id as TLRecord['id']) as BoardRecord | undefined
    const kept = records.get(id)
    if (!record) return
    if (!(kept instanceof Y.Map)) {
      // Somebody else took it away meanwhile: a change to it must not bring half of it back.
      if (what !== 'whole') return
      records.set(id, keepRecord(record))
      return
    }
    if (what === 'whole') {
      for (const key of new Set([...keysOf(id, kept), ...flatten(record).keys()]))
        writeKey(kept, key, valueOfKey(record, key))
    } else for (const key of what) writeKey(kept, key, valueOfKey(record, key))
    if (what === 'whole' || what.has(textKey)) texts.wrote(id, kept, valueOfKey(record, textKey))
  }

  return {
    take({ added, updated, removed }) {
      for (const record of Object.values(added)) if (isBoardType(record)) waiting.set(record.id, 'whole')
      for (const [from, to] of Object.values(updated)) {
        if (!isBoardType(to)) continue
        const before = waiting.get(to.id)
        if (before === 'whole') continue
        const keys = before instanceof Set ? before : new Set<string>()
        for (const key of changedKeys(from as unknown as BoardRecord, to as unknown as BoardRecord))
          keys.add(key)
        if (keys.has(textKey)) texts.began(to.id, valueOfKey(from as unknown as BoardRecord, textKey))
        if (keys.size > 0) waiting.set(to.id, keys)
      }
      for (const record of Object.values(removed)) if (isBoardType(record)) waiting.set(record.id, 'removed')
      if (waiting.size === 0 || timer !== undefined) return
      const rest = wroteAt + every - performance.now()
      if (rest <= 0) flush()
      else timer = setTimeout(flush, rest)
    },
    takeText(id, isToWrite) {
      const keys = waiting.get(id) ?? new Set<string>()
      if (!(keys instanceof Set)) return
      if (isToWrite) keys.add(textKey)
      else keys.delete(textKey)
      if (keys.size > 0) waiting.set(id, keys)
      else waiting.delete(id)
      if (keys.size > 0) timer ??= setTimeout(flush, every)
    },
    waiting: (id) => waiting.get(id),
    flush,
    forget() {
      clearTimeout(timer)
      timer = undefined
      waiting.clear()
      texts.forget()
    },
  }
}

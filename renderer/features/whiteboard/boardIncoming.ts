// The document's records on their way into the store. What tldraw can't take stays in the document and is told of.
import type { TLRecord, TLStore } from 'tldraw'
import * as Y from 'yjs'
import type { BadRecord } from '../../../shared/document/recordView'
import { boardRecords, readKey, unflatten, type BoardRecord } from '../../../shared/document/whiteboard'
import { valueOfKey, withKey } from '../../../shared/document/whiteboardChange'
import { keepFamily } from './boardFamily'
import type { Waiting } from './boardOutgoing'
import { isBoardType, isOwnType } from './boardTypes'
import { whyHarmful, whyUnsound } from './soundRecord'

/** What changed, by record: the keys within it, or null for the record as a whole. */
export type DocumentChanges = Map<string, Set<string> | null>

export interface Incoming {
  takeAll(): void
  take(changes: DocumentChanges): void
  /** Takes note of what this person wrote, which the store has already. */
  learn(changes: DocumentChanges): void
  /** Records that can't be shown, by id, with what is wrong. */
  bad(): ReadonlyMap<string, BadRecord>
}

export interface IncomingOptions {
  doc: Y.Doc
  store: TLStore
  /** What the person here changed and the document does not have yet: it wins over what comes in. */
  waiting: (id: string) => Waiting | undefined
  /** Brings a record of an older program up to date; throws when it can't. */
  migrate: (record: BoardRecord) => BoardRecord
  /** Runs what changes the store, out of reach of this person's undo. */
  quietly: (change: () => void) => void
}

const familyKeys = ['parentId', 'fromId', 'toId']

export function takeChanges({ doc, store, waiting, migrate, quietly }: IncomingOptions): Incoming {
  const records = boardRecords(doc)
  const bad = new Map<string, BadRecord>()
  const family = keepFamily((id) => records.has(id) && !bad.has(id) && waiting(id) !== 'removed')
  const inStore = (id: string) => store.get(id as TLRecord['id']) as BoardRecord | undefined

  /** True while a whole board is read at once: tldraw looks at each record when it takes it, and once is enough. */
  let isTrusting = false

  /** The record as it should be shown, or why it can't be. */
  const read = (id: string, kept: unknown, keys: Set<string> | null | undefined): BoardRecord | string => {
    if (!(kept instanceof Y.Map)) return 'not a record'
    const current = inStore(id)
    const local = waiting(id)
    try {
      if (current && keys && !keys.has('made')) {
        let next = current
        for (const key of keys) {
          if (!(local instanceof Set && local.has(key))) next = withKey(next, key, readKey(kept, key))
        }
        return whyUnsound(store, next, current) ?? next
      }
      let whole = migrate(unflatten(id, kept))
      if (current && local instanceof Set)
        for (const key of local) whole = withKey(whole, key, valueOfKey(current, key))
      const why = isTrusting && isBoardType(whole) ? whyHarmful(whole) : whyUnsound(store, whole)
      return why ?? whole
    } catch (problem) {
      return problem instanceof Error ? problem.message : String(problem)
    }
  }

  const take = (changes: DocumentChanges) => {
    const next = new Map<string, BoardRecord>()
    const gone = new Set<string>()
    for (const [id, keys] of changes) {
      const kept = records.get(id)
      const local = waiting(id)
      if (local === 'whole' || local === 'removed') continue
      if (kept instanceof Y.Map && isOwnType(String(readKey(kept, 'typeName')))) continue
      const record = kept === undefined ? undefined : read(id, kept, keys)
      if (typeof record === 'string') bad.set(id, { id, problem: record })
      else bad.delete(id)
      if (typeof record === 'object' && isBoardType(record)) next.set(id, record)
      else gone.add(id)
      family.set(id, typeof record === 'object' ? record : undefined)
    }
    settle(changes.keys(), next, gone)
  }

  /** Finds those that are touched by the change of others, gives all their place, and merges them into the store. */
  const settle = (changed: Iterable<string>, next: Map<string, BoardRecord>, gone: Set<string>) => {
    for (const id of family.touchedBy(changed)) {
      if (waiting(id) === 'removed') continue
      const record = inStore(id) ?? (records.has(id) && !bad.has(id) ? read(id, records.get(id), null) : '')
      if (!next.has(id) && !gone.has(id) && typeof record === 'object') next.set(id, record)
    }
    for (const [id, record] of next) {
      const local = waiting(id)
      if (record.typeName !== 'shape' || (local instanceof Set && local.has('parentId'))) continue
      const parentId = family.shownParent(id)
      if (record.parentId !== parentId) next.set(id, { ...record, parentId })
    }
    merge(next, gone)
  }

  const merge = (next: Map<string, BoardRecord>, gone: Set<string>) => {
    const plain: BoardRecord[] = []
    const bindings: BoardRecord[] = []
    for (const record of next.values()) (record.typeName === 'binding' ? bindings : plain).push(record)
    const staysOrComes = (id: string) => (next.has(id) || inStore(id) !== undefined) && !gone.has(id)
    const held = bindings.filter(({ id }) => !(family.ends(id) ?? []).every(staysOrComes))
    if (next.size === 0 && gone.size === 0) return
    const loose = [...gone].filter((id) => id.startsWith('binding:')).concat(held.map(({ id }) => id))
    quietly(() =>
      store.mergeRemoteChanges(() => {
        // Bindings go before the shapes they hold: tldraw then has nothing of its own to tidy up in the arrows.
        remove(loose)
        store.put(plain as unknown as TLRecord[])
        remove([...gone])
        store.put(bindings.filter((each) => !held.includes(each)) as unknown as TLRecord[])
      }),
    )
  }

  const remove = (ids: readonly string[]) => {
    const there = ids.filter((id) => inStore(id)) as TLRecord['id'][]
    if (there.length > 0) store.remove(there)
  }

  return {
    take,
    takeAll() {
      const all: DocumentChanges = new Map()
      records.forEach((_kept, id) => all.set(id, null))
      try {
        isTrusting = true
        take(all)
      } catch {
        // Something in it is not as tldraw wants it: look at each record by itself.
        isTrusting = false
        take(all)
      } finally {
        isTrusting = false
      }
    },
    learn(changes) {
      const moved: string[] = []
      for (const [id, keys] of changes) {
        if (keys !== null && !familyKeys.some((key) => keys.has(key))) continue
        bad.delete(id)
        family.set(id, inStore(id))
        moved.push(id)
      }
      if (moved.length > 0) settle(moved, new Map(), new Set())
    },
    bad: () => bad,
  }
}

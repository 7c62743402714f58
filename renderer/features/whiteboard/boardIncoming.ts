// The document's records on their way into the store. What tldraw can't take stays in the document and is told of.
import type { TLRecord, TLStore } from 'tldraw'
import * as Y from 'yjs'
import type { BadRecord } from '../../../shared/document/recordView'
import { boardRecords, readKey, unflatten, type BoardRecord } from '../../../shared/document/whiteboard'
import { valueOfKey, withKey } from '../../../shared/document/whiteboardChange'
import { keepFamily } from './boardFamily'
import type { Waiting } from './boardOutgoing'
import { isBoardType, isOwnType } from './boardTypes'
import { textKey } from './ownTexts'
import { isSoundText, putChecked, soundness } from './soundRecord'

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
  /** What others wrote and what the person here did, in one text. */
  joinText: (id: string, kept: Y.Map<unknown>, theirs: unknown, now: unknown) => unknown
  /** Brings a record of an older program up to date; throws when it can't. */
  migrate: (record: BoardRecord) => BoardRecord
  /** Runs what changes the store, out of reach of this person's undo. */
  quietly: (change: () => void) => void
}

interface Taken {
  /** Records to show. */
  next: Map<string, BoardRecord>
  /** Ids of those that are not to be shown any more. */
  gone: Set<string>
}

const familyKeys = ['parentId', 'fromId', 'toId']

export function takeChanges({ doc, store, waiting, joinText, migrate, quietly }: IncomingOptions): Incoming {
  const records = boardRecords(doc)
  const bad = new Map<string, BadRecord>()
  const family = keepFamily((id) => records.has(id) && !bad.has(id) && waiting(id) !== 'removed')
  const whyUnsound = soundness(store)
  const inStore = (id: string) => store.get(id as TLRecord['id']) as BoardRecord | undefined

  /** The record as it should be shown, or why it can't be; null for what each person has of their own. */
  const read = (
    id: string,
    kept: unknown,
    keys: Set<string> | null | undefined,
  ): BoardRecord | string | null => {
    if (!(kept instanceof Y.Map)) return 'not a record'
    const current = inStore(id)
    const local = waiting(id)
    try {
      if (current && keys && !keys.has('made')) {
        let next = current
        for (const key of keys) {
          if (key === textKey && isSoundText(readKey(kept, key)))
            next = withKey(next, key, joinText(id, kept, readKey(kept, key), valueOfKey(current, key)))
          else if (!(local instanceof Set && local.has(key))) next = withKey(next, key, readKey(kept, key))
        }
        return whyUnsound(next, current) ?? next
      }
      let whole = migrate(unflatten(id, kept))
      if (isOwnType(whole.typeName)) return null
      if (current && local instanceof Set)
        for (const key of local) whole = withKey(whole, key, valueOfKey(current, key))
      return whyUnsound(whole) ?? whole
    } catch (problem) {
      return problem instanceof Error ? problem.message : String(problem)
    }
  }

  const takeOne = (id: string, kept: unknown, keys: Set<string> | null, { next, gone }: Taken) => {
    const local = waiting(id)
    if (local === 'whole' || local === 'removed') return
    const record = kept === undefined ? undefined : read(id, kept, keys)
    if (record === null) return
    if (typeof record === 'string') bad.set(id, { id, problem: record })
    else bad.delete(id)
    const sound = typeof record === 'object' ? record : undefined
    if (sound && isBoardType(sound)) next.set(id, sound)
    else gone.add(id)
    family.set(id, sound)
  }

  const take = (changes: DocumentChanges) => {
    const taken: Taken = { next: new Map(), gone: new Set() }
    for (const [id, keys] of changes) takeOne(id, records.get(id), keys, taken)
    settle(changes.keys(), taken)
  }

  const takeAll = () => {
    const taken: Taken = { next: new Map(), gone: new Set() }
    records.forEach((kept, id) => takeOne(id, kept, null, taken))
    settle(records.keys(), taken)
  }

  /** Finds those that are touched by the change of others, gives all their place, and merges them into the store. */
  const settle = (changed: Iterable<string>, { next, gone }: Taken) => {
    for (const id of family.touchedBy(changed)) {
      if (waiting(id) === 'removed') continue
      const record = inStore(id) ?? (records.has(id) && !bad.has(id) ? read(id, records.get(id), null) : '')
      if (!next.has(id) && !gone.has(id) && record !== null && typeof record === 'object')
        next.set(id, record)
    }
    for (const [id, record] of next) {
      const local = waiting(id)
      if (record.typeName !== 'shape' || (local instanceof Set && local.has('parentId'))) continue
      const parentId = family.shownParent(id)
      if (record.parentId !== parentId) next.set(id, { ...record, parentId })
    }
    merge({ next, gone })
  }

  const merge = ({ next, gone }: Taken) => {
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
        putChecked(store, plain)
        remove([...gone])
        putChecked(
          store,
          bindings.filter((each) => !held.includes(each)),
        )
      }),
    )
  }

  const remove = (ids: readonly string[]) => {
    const there = ids.filter((id) => inStore(id)) as TLRecord['id'][]
    if (there.length > 0) store.remove(there)
  }

  return {
    take,
    takeAll,
    learn(changes) {
      const moved: string[] = []
      for (const [id, keys] of changes) {
        if (keys !== null && !familyKeys.some((key) => keys.has(key))) continue
        bad.delete(id)
        family.set(id, inStore(id))
        moved.push(id)
      }
      if (moved.length > 0) settle(moved, { next: new Map(), gone: new Set() })
    },
    bad: () => bad,
  }
}

// tldraw's undo puts whole records back as they were, and with them it would take back what others changed meanwhile.
// Here an undo or redo is narrowed to the properties that this person changed and nobody has changed since.
import { equalityDeep } from 'lib0/function'
import type { RecordsDiff, TLRecord, TLStore } from 'tldraw'
import type { BoardRecord } from '../../../shared/document/whiteboard'
import { changedKeys, valueOfKey, withKey } from '../../../shared/document/whiteboardChange'
import { boardPageId, isBoardType } from './boardTypes'

type Diff = RecordsDiff<TLRecord>

/** Makes `store` apply undo and redo property by property. */
export function narrowUndo(store: TLStore): void {
  const apply = store.applyDiff.bind(store)
  store.applyDiff = (diff, options) => apply(narrow(store, diff), options)
}

function narrow(store: TLStore, diff: Diff): Diff {
  const narrowed: Diff = { added: {}, updated: {}, removed: {} }
  const isThere = (id: unknown) =>
    store.has(id as TLRecord['id']) || Object.hasOwn(diff.added, id as TLRecord['id'])

  for (const record of Object.values(diff.added)) {
    const current = store.get(record.id)
    const plain = record as unknown as BoardRecord
    if (current && isBoardType(record)) continue
    if (record.typeName === 'binding' && !(isThere(plain.fromId) && isThere(plain.toId))) continue
    const parentIsGone = record.typeName === 'shape' && !isThere(record.parentId)
    const back = parentIsGone ? ({ ...plain, parentId: boardPageId } as BoardRecord) : plain
    narrowed.added[record.id] = back as unknown as TLRecord
  }
  for (const record of Object.values(diff.removed)) {
    const current = store.get(record.id)
    // What one made goes, unless others have written in it since.
    const holdsOthersWords =
      current &&
      isBoardType(record) &&
      changedKeys(plainOf(record), plainOf(current)).includes('props.richText')
    if (!holdsOthersWords) narrowed.removed[record.id] = record
  }
  for (const [was, becomes] of Object.values(diff.updated)) {
    const current = store.get(becomes.id)
    if (!isBoardType(becomes)) {
      narrowed.updated[becomes.id] = [was, becomes]
      continue
    }
    // Somebody took it away since: to undo a change to it must not bring it back.
    if (!current) continue
    const next = narrowRecord(plainOf(was), plainOf(becomes), plainOf(current), isThere)
    narrowed.updated[becomes.id] = [current, next as unknown as TLRecord]
  }
  return narrowed
}

const plainOf = (record: TLRecord) => record as unknown as BoardRecord

function narrowRecord(
  was: BoardRecord,
  becomes: BoardRecord,
  current: BoardRecord,
  isThere: (id: unknown) => boolean,
): BoardRecord {
  let next = current
  const keys = changedKeys(was, becomes)
  // A position is within a parent: without the one the other would put the thing somewhere odd.
  const staysInParent = keys.includes('parentId') && !isThere(becomes.parentId)
  for (const key of keys) {
    if (!equalityDeep(valueOfKey(was, key), valueOfKey(current, key))) continue
    if (staysInParent && (key === 'parentId' || key === 'at' || key === 'index')) continue
    next = withKey(next, key, valueOfKey(becomes, key))
  }
  return next
}

// A whiteboard page as Yjs keeps it: one Y.Map per tldraw record. Under `made` lies the record as it was when it was put
// there; every later change has one key per property (`props.color`, …), position and rotation together as one tuple
// under `at`, and wins over `made`. So two people who change different properties both keep their change, and a board
// still loads as fast as if each record were one value. What a record means is tldraw's business; see the binding in
// renderer/features/whiteboard.
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { BoardRecord } from './boardRecord'
import { flatten, isPlain, outerOf, setKey, valueOfKey } from './whiteboardChange'

export type { BoardRecord } from './boardRecord'

/** The container of a whiteboard page's records, under tldraw's record ids. */
export const boardRecords = (page: Y.Doc): Y.Map<Y.Map<unknown>> => page.getMap<Y.Map<unknown>>('records')

const boardFacts = (page: Y.Doc): Y.Map<unknown> => page.getMap<unknown>('board')

/** The versions of tldraw's records that the board is written with, or undefined when it does not say. */
export const readBoardSchema = (page: Y.Doc): unknown => boardFacts(page).get('schema')

/** Writes down the versions of tldraw's records. Runs inside the transaction of the change that it belongs to. */
export function keepBoardSchema(page: Y.Doc, schema: unknown): void {
  boardFacts(page).set('schema', schema)
}

/** A record as it is first put into the document. */
export function keepRecord(record: BoardRecord): Y.Map<unknown> {
  const { id: _id, ...made } = record
  return new Y.Map<unknown>([['made', made]])
}

const madeOf = (kept: Y.Map<unknown>): BoardRecord => {
  const made = kept.get('made')
  return (isPlain(made) ? made : {}) as BoardRecord
}

/** What the document has under one of a record's keys. */
export function readKey(kept: Y.Map<unknown>, key: string): unknown {
  return kept.has(key) ? kept.get(key) : valueOfKey(madeOf(kept), key)
}

/** Writes one of a record's keys, if it is not so already; undefined takes the property away. */
export function writeKey(kept: Y.Map<unknown>, key: string, value: unknown): void {
  if (!equalityDeep(readKey(kept, key), value)) kept.set(key, value)
}

/** All keys that the record has, written later or made with it. */
export function keysOf(id: string, kept: Y.Map<unknown>): string[] {
  return [...flatten(unflatten(id, kept)).keys()]
}

/** The record again. Whether it is a sound tldraw record, tldraw's validators say. */
export function unflatten(id: string, kept: Y.Map<unknown>): BoardRecord {
  const made = madeOf(kept)
  const at = kept.get('at')
  // Most records were only moved since they were made.
  const record: BoardRecord = Array.isArray(at)
    ? { ...made, id, x: at[0] as unknown, y: at[1] as unknown, rotation: at[2] as unknown }
    : { ...made, id }
  const isPlace = at === undefined || Array.isArray(at)
  if (isPlace && kept.has('made') && kept._map.size <= (at === undefined ? 1 : 2)) return completed(record)
  let copied: string[] | undefined
  kept.forEach((value, key) => {
    if (key === 'made') return
    if (key === 'at') return Array.isArray(value) ? undefined : setKey(record, key, value)
    // The first change within `props` or `meta` copies it: what was made stays as it is.
    const outer = outerOf(key)
    if (outer !== null && !copied?.includes(outer)) {
      copied = [...(copied ?? []), outer]
      record[outer] = isPlain(record[outer]) ? { ...record[outer] } : {}
    }
    setKey(record, key, value)
  })
  return completed(record)
}

function completed(record: BoardRecord): BoardRecord {
  record.typeName ??= ''
  if (record.typeName === 'shape' || record.typeName === 'asset' || record.typeName === 'binding') {
    record.props ??= {}
    record.meta ??= {}
  }
  return record
}

/** All records of the page, sound or not. */
export function readBoard(page: Y.Doc): BoardRecord[] {
  const records: BoardRecord[] = []
  boardRecords(page).forEach((kept, id) => {
    if (kept instanceof Y.Map) records.push(unflatten(id, kept))
  })
  return records
}

/** Puts whole records into a page, for templates, duplicates and imports. One transaction. */
export function putBoard(page: Y.Doc, records: readonly BoardRecord[], origin: unknown): void {
  page.transact(() => {
    for (const record of records) boardRecords(page).set(record.id, keepRecord(record))
  }, origin)
}

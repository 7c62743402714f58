// A whiteboard page as Yjs keeps it: one Y.Map per tldraw record, one key per property (DESIGN: `props.color`, …),
// position and rotation together as one tuple under `at`. What a record means is tldraw's business; see the binding
// in renderer/features/whiteboard.
import * as Y from 'yjs'

/** A tldraw record as plain data. */
export interface BoardRecord {
  id: string
  typeName: string
  [key: string]: unknown
}

/** The container of a whiteboard page's records, under tldraw's record ids. */
export const boardRecords = (page: Y.Doc): Y.Map<Y.Map<unknown>> => page.getMap<Y.Map<unknown>>('records')

const boardFacts = (page: Y.Doc): Y.Map<unknown> => page.getMap<unknown>('board')

/** The versions of tldraw's records that the board is written with, or undefined when it does not say. */
export const readBoardSchema = (page: Y.Doc): unknown => boardFacts(page).get('schema')

/** Writes down the versions of tldraw's records. Runs inside the transaction of the change that it belongs to. */
export function keepBoardSchema(page: Y.Doc, schema: unknown): void {
  boardFacts(page).set('schema', schema)
}

const opened = ['props', 'meta'] as const
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record's keys as the document keeps them; `x`, `y` and `rotation` become `at`. */
export function flatten(record: BoardRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id' || key === 'x' || key === 'y' || key === 'rotation') continue
    if ((opened as readonly string[]).includes(key) && isPlain(value))
      for (const [inner, innerValue] of Object.entries(value)) flat.set(`${key}.${inner}`, innerValue)
    else flat.set(key, value)
  }
  if (typeof record.x === 'number') flat.set('at', [record.x, record.y, record.rotation])
  return flat
}

/** The record again. Whether it is a sound tldraw record, tldraw's validators say. */
export function unflatten(id: string, kept: Y.Map<unknown>): BoardRecord {
  const record: Record<string, unknown> = { id, typeName: '' }
  kept.forEach((value, key) => {
    const dot = key.indexOf('.')
    const outer = dot < 0 ? key : key.slice(0, dot)
    if (key === 'at' && Array.isArray(value))
      [record.x, record.y, record.rotation] = value as [number, number, number]
    else if (dot > 0 && (opened as readonly string[]).includes(outer))
      ((record[outer] ??= {}) as Record<string, unknown>)[key.slice(dot + 1)] = value
    else record[key] = value
  })
  for (const outer of opened)
    if (record.typeName === 'shape' || record.typeName === 'asset' || record.typeName === 'binding')
      record[outer] ??= {}
  return record as BoardRecord
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
    for (const record of records) {
      const kept = new Y.Map<unknown>()
      for (const [key, value] of flatten(record)) if (value !== undefined) kept.set(key, value)
      boardRecords(page).set(record.id, kept)
    }
  }, origin)
}

// A top-level container of records that people edit together: the commands every canvas needs, each one transaction.
import * as Y from 'yjs'
import { localOrigin } from './control'
import { newId } from './ids'
import { byOrder } from './order'
import { orderKey, placeAmong } from './placeAmong'
import { openSharedText, type SharedText } from './sharedText'

/** What one key of a record may hold: replaced whole, last one wins. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue }

export interface NewRecord {
  id?: string
  /** Put it before this record; last when left out. */
  before?: string
  /** Keys that people type in together. */
  texts?: Readonly<Record<string, string>>
  /** Keys replaced whole. */
  values?: Readonly<Record<string, PlainValue | undefined>>
}

export interface RecordTable {
  /** Adds records, in one step, and gives their ids. */
  add(page: Y.Doc, added: readonly NewRecord[]): string[]
  /** Sets keys of one record; `undefined` takes a key away. Does nothing when the record is gone. */
  set(page: Y.Doc, id: string, values: Readonly<Record<string, PlainValue | undefined>>): void
  /** Sets keys of several records in one step, for paste and fill. */
  setMany(
    page: Y.Doc,
    changes: readonly { id: string; values: Readonly<Record<string, PlainValue | undefined>> }[],
  ): void
  /** Takes records away; undo brings them back with all they hold. */
  remove(page: Y.Doc, ids: readonly string[]): void
  /** Puts a record before `next`, or last when that is null. */
  move(page: Y.Doc, id: string, next: string | null): void
  /** The text under `key`; undefined when the record is gone or keeps no text there. */
  text(page: Y.Doc, id: string, key: string): SharedText | undefined
  /** The container itself, for views and undo. */
  container(page: Y.Doc): Y.Map<Y.Map<unknown>>
}

/** The table that a page keeps under the fixed name `name`. */
export function recordTable(name: string): RecordTable {
  const container = (page: Y.Doc) => page.getMap<Y.Map<unknown>>(name)
  const inOrder = (page: Y.Doc) => {
    const found: { id: string; order: string }[] = []
    container(page).forEach((record, id) => {
      const order = record instanceof Y.Map ? record.get('order') : undefined
      if (orderKey.safeParse(order).success) found.push({ id, order: String(order) })
    })
    return found.sort(byOrder)
  }
  const orderBefore = (page: Y.Doc, next: string | null, moving?: string) => {
    const others = inOrder(page).filter((each) => each.id !== moving)
    const found = next === null ? -1 : others.findIndex((each) => each.id === next)
    const at = found < 0 ? others.length : found
    const place = placeAmong(others, at)
    for (const other of place.others) container(page).get(other.id)?.set('order', other.order)
    return place.order
  }
  const setKeys = (page: Y.Doc, id: string, values: Readonly<Record<string, PlainValue | undefined>>) => {
    const record = container(page).get(id)
    if (!(record instanceof Y.Map)) return
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) record.delete(key)
      else record.set(key, value)
    }
  }

  return {
    container,
    add: (page, added) =>
      page.transact(
        () =>
          added.map(({ id = newId(12), before, texts = {}, values = {} }) => {
            const record = new Y.Map<unknown>()
            record.set('order', orderBefore(page, before ?? null))
            for (const [key, text] of Object.entries(texts)) record.set(key, new Y.Text(text))
            for (const [key, value] of Object.entries(values)) if (value !== undefined) record.set(key, value)
            container(page).set(id, record)
            return id
          }),
        localOrigin,
      ),
    set: (page, id, values) => page.transact(() => setKeys(page, id, values), localOrigin),
    setMany: (page, changes) =>
      page.transact(() => changes.forEach(({ id, values }) => setKeys(page, id, values)), localOrigin),
    remove: (page, ids) => page.transact(() => ids.forEach((id) => container(page).delete(id)), localOrigin),
    move: (page, id, next) =>
      page.transact(() => setKeys(page, id, { order: orderBefore(page, next, id) }), localOrigin),
    text(page, id, key) {
      const record = container(page).get(id)
      const text = record instanceof Y.Map ? record.get(key) : undefined
      return text instanceof Y.Text ? openSharedText(text) : undefined
    },
  }
}

/** Undo and redo of this person's own changes to several tables and texts of a page. */
export function undoTables(
  page: Y.Doc,
  tables: readonly RecordTable[],
  beside: readonly Y.AbstractType<unknown>[] = [],
): Y.UndoManager {
  return new Y.UndoManager(
    [...tables.map((table) => table.container(page)), ...beside] as Y.AbstractType<unknown>[],
    {
      trackedOrigins: new Set([localOrigin]),
      captureTimeout: 400,
    },
  )
}

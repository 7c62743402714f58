// A record table whose records are only marked when they are taken away, so that words others write meanwhile stay.
import * as Y from 'yjs'
import { localOrigin } from './control'
import { recordTable, type NewRecord, type RecordTable } from './recordTable'
import { viewRecords, type RecordView } from './recordView'

/** When a record was taken away, in ms since 1970; the key is there only while it is away. */
const goneKey = 'gone'

/** Origin of what no undo takes back: making a record ready, and taking it away for good. */
const settledOrigin = 'settled'

export interface SoftTable extends RecordTable {
  /** Makes records that nobody sees yet and gives their ids; {@link SoftTable.show} lets them be seen. */
  prepare(page: Y.Doc, added: readonly NewRecord[], now?: number): string[]
  /** Lets records be seen: new ones, and those taken away, with all that anybody wrote in them. */
  show(page: Y.Doc, ids: readonly string[]): void
  /** Whether the record is there and not taken away. */
  has(page: Y.Doc, id: string): boolean
  /** Takes records away for good. */
  drop(page: Y.Doc, ids: readonly string[]): void
  /** Takes away for good what was taken away before the moment `before` (ms since 1970). Gives the ids. */
  purge(page: Y.Doc, before: number): string[]
}

/** The table that a page keeps under the fixed name `name`. */
export function softTable(name: string): SoftTable {
  const table = recordTable(name)
  const find = (page: Y.Doc, id: string) => {
    const record = table.container(page).get(id)
    return record instanceof Y.Map ? record : undefined
  }
  const soft: SoftTable = {
    ...table,
    prepare(page, added, now = Date.now()) {
      let ids: string[] = []
      page.transact(() => {
        ids = table.add(
          page,
          added.map((each) => ({ ...each, values: { ...each.values, [goneKey]: now } })),
        )
      }, settledOrigin)
      return ids
    },
    show: (page, ids) =>
      page.transact(() => ids.forEach((id) => find(page, id)?.delete(goneKey)), localOrigin),
    // Made away and then shown, so that undo takes a new record away softly too.
    add(page, added) {
      const ids = soft.prepare(page, added)
      soft.show(page, ids)
      return ids
    },
    remove: (page, ids) =>
      page.transact(() => ids.forEach((id) => find(page, id)?.set(goneKey, Date.now())), localOrigin),
    has: (page, id) => find(page, id)?.has(goneKey) === false,
    purge(page, before) {
      const ids: string[] = []
      table.container(page).forEach((record, id) => {
        const at = record instanceof Y.Map ? record.get(goneKey) : undefined
        if (typeof at === 'number' && at < before) ids.push(id)
      })
      if (ids.length > 0) soft.drop(page, ids)
      return ids
    },
    drop: (page, ids) =>
      page.transact(() => ids.forEach((id) => table.container(page).delete(id)), settledOrigin),
  }
  return soft
}

/** The records of the table that are not taken away. */
export function viewSoft<T>(
  table: SoftTable,
  page: Y.Doc,
  read: (id: string, record: Y.Map<unknown>) => T,
): RecordView<T> {
  const all = viewRecords(table.container(page), (id, record) => ({
    shown: record.has(goneKey) ? null : { record: Object.freeze(read(id, record)) },
  }))
  let from: readonly unknown[] | null = null
  let list: readonly T[] = []
  return {
    ...all,
    records() {
      const now = all.records()
      if (now !== from) list = Object.freeze(now.flatMap(({ shown }) => (shown ? [shown.record] : [])))
      from = now
      return list
    },
    record: (id) => all.record(id)?.shown?.record,
  }
}

/**
 * Undo and redo of this person's own changes to soft tables. Undoing "new" spares a record others have written in.
 * @param needed keys without which a record can't be read: undo never leaves one without them.
 * @param beside other top-level types whose changes are undone too.
 */
export function undoSoftTables(
  page: Y.Doc,
  tables: readonly SoftTable[],
  needed: readonly string[],
  beside: readonly Y.AbstractType<unknown>[] = [],
): Y.UndoManager {
  const containers = tables.map((table) => table.container(page))
  const isRecord = (type: unknown): type is Y.Map<unknown> =>
    type instanceof Y.Map && containers.some((container) => container === type.parent)
  const undo = new Y.UndoManager([...containers, ...beside] as Y.AbstractType<unknown>[], {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: 400,
    // Where two people changed one key at once, Yjs finds no earlier value to go back to and would leave none.
    deleteFilter: ({ parent, parentSub }) => !(isRecord(parent) && needed.includes(parentSub ?? '')),
  })
  undo.on('stack-item-popped', ({ changedParentTypes }) => {
    const spared: Y.Map<unknown>[] = []
    changedParentTypes.forEach((events, type) => {
      if (!isRecord(type) || !type.has(goneKey) || !hasOthersWords(page, type)) return
      const isGoneNow = events.some(
        (event) => event.target === type && event instanceof Y.YMapEvent && event.keysChanged.has(goneKey),
      )
      if (isGoneNow) spared.push(type)
    })
    if (spared.length > 0) page.transact(() => spared.forEach((each) => each.delete(goneKey)), settledOrigin)
  })
  return undo
}

function hasOthersWords(page: Y.Doc, record: Y.Map<unknown>): boolean {
  for (const text of record.values()) {
    if (!(text instanceof Y.Text)) continue
    for (let each = text._start; each !== null; each = each.right)
      if (!each.deleted && each.countable && each.id.client !== page.clientID) return true
  }
  return false
}

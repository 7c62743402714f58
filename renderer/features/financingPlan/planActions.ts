// What a person can do with a plan, each one step to undo.
import { planTables, setCells, type CellChange, type PlanTable } from '../../../shared/document/financingPlan'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import {
  addPlanRow,
  bringBackRow,
  keepFacts,
  titleOf,
  type NewPlanRow,
  type PlanRow,
} from '../../../shared/document/planRows'
import type { Room } from '../../document/session'
import { textOf } from '../../ui/language'
import { toast } from '../../ui/toast'

export interface PlanActions {
  /** Any change, as a step of its own; nothing when this person may not write. */
  change(act: () => void): void
  setCells(changes: readonly CellChange[]): void
  /** Gives the new row's id; null when this person may not write. */
  add(table: PlanTable, row: NewPlanRow): string | null
  /** One step up (-1) or down (1) among `siblings`, its group in order. */
  step(row: PlanRow, by: -1 | 1, siblings: readonly PlanRow[]): void
  /** Deletes, and offers to undo. */
  remove(row: PlanRow): void
  bringBack(row: PlanRow): void
  undo(): void
  redo(): void
  /** Whether it was this person who deleted the row, or undid its making. */
  hasRemoved(rowId: string): boolean
}

/** @param createdAt when the page was made. */
export function planActions(room: Room, undo: OwnUndo, createdAt: number): PlanActions {
  const page = room.doc
  /** Rows this person took away, by deleting or by undoing. */
  const removed = new Set<string>()
  const rowIds = () =>
    Object.values(planTables).flatMap((table) =>
      [...table.container(page).keys()].filter((id) => table.has(page, id)),
    )
  const watchRemovals = (act: () => void) => {
    const before = rowIds()
    act()
    const after = new Set(rowIds())
    for (const id of before) if (!after.has(id)) removed.add(id)
    for (const id of after) removed.delete(id)
  }
  const step = (act: () => void) => {
    if (!room.rights().canWrite) return
    undo.separate()
    act()
    undo.separate()
  }
  const actions: PlanActions = {
    change: step,
    setCells: (changes) =>
      changes.length > 0 &&
      step(() => {
        keepFacts(page, createdAt)
        setCells(page, changes)
      }),
    add(table, row) {
      let id: string | null = null
      step(() => {
        keepFacts(page, createdAt)
        id = addPlanRow(page, table, row)
      })
      return id
    },
    step({ table, row }, by, siblings) {
      const at = siblings.findIndex((each) => each.row.id === row.id) + by
      if (at < 0 || at >= siblings.length) return
      const next = by < 0 ? siblings[at] : siblings[at + 1]
      step(() => planTables[table].move(page, row.id, next?.row.id ?? null))
    },
    remove(planRow) {
      watchRemovals(() => step(() => planTables[planRow.table].remove(page, [planRow.row.id])))
      const t = textOf('financingPlan')
      toast({
        text: t('toast.deleted', { row: titleOf(planRow) || t('row.untitled') }),
        action: { label: t('toast.undo'), onAction: () => actions.bringBack(planRow) },
      })
    },
    bringBack: (row) => step(() => bringBackRow(page, row)),
    undo: () => room.rights().canWrite && watchRemovals(() => undo.undo()),
    redo: () => room.rights().canWrite && watchRemovals(() => undo.redo()),
    hasRemoved: (rowId) => removed.has(rowId),
  }
  return actions
}

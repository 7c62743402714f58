// One row as it is in the document just now, before the page has been drawn again.
import {
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
  type PlanTable,
} from '../../../shared/document/financingPlan'
import type { PlanRow } from '../../../shared/document/planRows'
import type { Room } from '../../document/session'

const makers = {
  sources: viewSources,
  personnel: viewPersonnel,
  fixedCosts: viewFixedCosts,
  variableCosts: viewVariableCosts,
} as const

/** Null when there is no such row. */
export function viewOf(room: Room, table: PlanTable, id: string): PlanRow | null {
  const view = makers[table](room.doc)
  try {
    const row = view.record(id)
    return row ? ({ table, row } as PlanRow) : null
  } finally {
    view.close()
  }
}

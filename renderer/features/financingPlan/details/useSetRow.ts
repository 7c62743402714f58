// Changes keys of one row as one step.
import type { CellChange } from '../../../../shared/document/financingPlan'
import type { PlanRow } from '../../../../shared/document/planRows'
import { usePlanPage } from '../planContext'

export function useSetRow({
  table,
  row,
}: PlanRow): (values: Readonly<Record<string, CellChange['value']>>) => void {
  const { actions } = usePlanPage()
  return (values) =>
    actions.setCells(Object.entries(values).map(([key, value]) => ({ table, id: row.id, key, value })))
}

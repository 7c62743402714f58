// The lines of the grid from top to bottom, and its columns from first to last.
import type { PlanTable } from '../../../shared/document/financingPlan'
import type { PlanRow } from '../../../shared/document/planRows'
import type { RowsByTable } from './usePlan'

export const groups = ['sources', 'personnel', 'fixedCosts', 'variableCosts'] as const satisfies PlanTable[]

/** Lines below the rows that only the computation fills. */
export const computedLines = ['loanInterest', 'loanAmortisation', 'netCashFlow', 'closingCash'] as const
export type ComputedLine = (typeof computedLines)[number]

export type GridLine =
  | { readonly type: 'group'; readonly key: string; readonly group: PlanTable }
  | { readonly type: 'row'; readonly key: string; readonly group: PlanTable; readonly planRow: PlanRow }
  | { readonly type: 'add'; readonly key: string; readonly group: PlanTable }
  | { readonly type: 'computed'; readonly key: string; readonly name: ComputedLine }

/** Columns before the periods. */
export const leadColumns = ['title', 'status', 'unit', 'total'] as const
/** One of {@link leadColumns}, or a period's name. */
export type Column = string

export const columnsOf = (periods: readonly string[]): readonly Column[] => [...leadColumns, ...periods]

/** `withAdd`: each group ends with a line for a new row. */
export function linesOf(rows: RowsByTable, withAdd: boolean): GridLine[] {
  return [
    ...groups.flatMap((group): GridLine[] => [
      { type: 'group', key: `group-${group}`, group },
      ...rows[group].map((planRow): GridLine => ({ type: 'row', key: planRow.row.id, group, planRow })),
      ...(withAdd ? [{ type: 'add', key: `add-${group}`, group } as const] : []),
    ]),
    ...computedLines.map((name): GridLine => ({ type: 'computed', key: name, name })),
  ]
}

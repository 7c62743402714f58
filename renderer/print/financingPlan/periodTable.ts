// A table with a column for each period and one for their sum, spread over several tables when the paper is too narrow:
// the first column stands in each of them.
import type { Paper } from '../../../shared/bridge/bridge'
import { sum } from '../../../shared/money/round'
import { paperSizes } from '../sheet'
import type { Stack } from '../stack'
import type { Cell, NumberCell, TableColumn, TableRow } from '../table'
import type { PrintedPlan } from './printedPlan'
import { spreadPeriods } from './spreadPeriods'

export interface PeriodRow {
  readonly name: Cell
  /** What is known of it beside its name; in the first part of the table only. */
  readonly about?: Cell
  readonly series: readonly number[]
  /** Amounts in öre as a rule; `count` for units and hours, `outflow` for amounts that are below zero by their nature. */
  readonly unit?: 'count' | 'outflow'
  /** Its last column: the sum of the series as a rule, or nothing, as for what is a state and not a flow. */
  readonly sum?: 'none'
  readonly tone?: Exclude<TableRow['tone'], 'group'>
}

export interface PeriodTable {
  readonly heading: string
  readonly lead?: string
  readonly about?: string
  readonly rows: readonly PeriodRow[]
}

/** In mm. */
const nameWidth = 50
const aboutWidth = 34

export function addPeriodTable(stack: Stack, printed: PrintedPlan, table: PeriodTable): void {
  if (table.rows.length === 0) return
  const { input, text, words, write } = printed
  const cellOf = (row: PeriodRow, value: number): NumberCell => {
    if (row.unit === 'count') return write.count(value)
    return row.unit === 'outflow' ? { ...write.cell(value), value: Math.abs(value) } : write.cell(value)
  }
  const total = (row: PeriodRow): Cell => (row.sum === 'none' ? '' : cellOf(row, sum(row.series)))
  const written = table.rows.flatMap((row) => [
    ...row.series.map((value) => cellOf(row, value).number),
    ...(row.sum === 'none' ? [] : [cellOf(row, sum(row.series)).number]),
  ])
  const width = columnWidth(written)
  const wide = paperSizes[printed.printing.frame.paper satisfies Paper][0] - 20
  const isAbout = table.about !== undefined
  const free = wide - nameWidth - (isAbout ? aboutWidth : 0)
  // One place is the sum's.
  const parts = spreadPeriods(input.periods.length, free / width - 1)
  const isWhole = parts.length === 1
  const spare = isWhole ? free - (input.periods.length + 1) * width - 2 : 0
  const name = Math.round(nameWidth + spare * 0.5)
  parts.forEach(([from, to], at) => {
    const isFirst = at === 0
    const isLast = at === parts.length - 1
    const hasAbout = isAbout && isFirst
    const columns: TableColumn[] = [
      { head: words('column.title'), ...(isWhole && !isAbout ? {} : { width: `${name}mm` }) },
      ...(hasAbout ? [{ head: table.about!, ...(isWhole ? {} : { width: `${aboutWidth}mm` }) }] : []),
      ...input.periods
        .slice(from, to)
        .map((period) => ({ head: write.period(period), width: `${width}mm`, isNumber: true })),
      ...(isLast ? [{ head: text('plan.sum'), width: `${width + 2}mm`, isNumber: true }] : []),
      // Keeps the columns as wide as in the other parts.
      ...(isWhole ? [] : [{ head: '' }]),
    ]
    stack.addTable({
      heading: table.heading,
      continued: text('continued', { name: table.heading }),
      isMore: !isFirst,
      ...(table.lead !== undefined && { lead: table.lead }),
      ...(isLast && { note: text('plan.rounded') }),
      columns,
      rows: table.rows.map((row) => ({
        ...(row.tone && { tone: row.tone }),
        cells: [
          row.name,
          ...(hasAbout ? [row.about ?? ''] : []),
          ...input.periods.slice(from, to).map((_, index) => cellOf(row, row.series[from + index] ?? 0)),
          ...(isLast ? [total(row)] : []),
        ],
      })),
    })
  })
}

/** In mm: the longest number at 9 pt, and the space around it. */
function columnWidth(written: readonly string[]): number {
  const wide = (each: string) => {
    const spaces = each.replace(/\S/g, '').length
    return (each.length - spaces) * 1.85 + spaces * 0.9
  }
  return Math.max(18, Math.ceil(Math.max(0, ...written.map(wide)) + 3.4))
}

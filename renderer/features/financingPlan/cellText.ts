// What a cell shows, what it gives to edit, and what is read back.
import { formatBasisPoints, formatWhole, formatWholeKronor, writeDecimal } from '../../../shared/money/format'
import { parseAmount, parseBasisPoints, parseWhole, type Parsed } from '../../../shared/money/parseAmount'
import type { CellChange } from '../../../shared/document/financingPlan'
import type { PlanRow } from '../../../shared/document/planRows'
import type { Cell, Format } from './gridCells'

type ValueCell = Extract<Cell, { kind: 'value' }>

export const enDash = '\u2013'
const noBreakSpace = '\u00a0'

/** Nothing rounded but öre: those are kept, and seen while editing. */
export function showValue(format: Format, value: number | null, locale: string): string {
  if (value === null) return ''
  if (format === 'ore') return formatWholeKronor(value, locale)
  if (format === 'count') return formatWhole(value, locale)
  return value % 10 === 0
    ? formatBasisPoints(value, locale).replace(/[.,]0(?=\D*%)/, '')
    : `${writeDecimal(value, 2, locale)}${noBreakSpace}%`
}

/** The value as one edits it, and as a spreadsheet reads it. */
export function editValue(format: Format, value: number | null, locale: string): string {
  return value === null ? '' : writeDecimal(value, format === 'count' ? 0 : 2, locale)
}

export function parseValue(format: Format, text: string, locale: string): Parsed {
  if (format === 'ore') return parseAmount(text, locale)
  if (format === 'count') return parseWhole(text, locale)
  return parseBasisPoints(text, locale)
}

/** What was written in a cell, as the change to make; or why it can't be. */
export function readCell(
  { row, table }: PlanRow,
  cell: ValueCell,
  text: string,
  locale: string,
): { change: CellChange } | { problem: 'unreadable' | 'outOfRange' } {
  const parsed = parseValue(cell.format, text, locale)
  if (parsed === 'unreadable') return { problem: 'unreadable' }
  if (parsed === 'empty') return { change: emptyCell({ row, table } as PlanRow, cell) }
  if (parsed < cell.least || parsed > cell.most) return { problem: 'outOfRange' }
  return {
    change: { table, id: row.id, key: cell.key, value: cell.format === 'percent' ? parsed / 100 : parsed },
  }
}

/** Empties a cell. A total that is split evenly becomes 0, for without one the row would have amounts instead. */
export function emptyCell({ row, table }: PlanRow, cell: ValueCell): CellChange {
  return { table, id: row.id, key: cell.key, value: cell.key === 'total' ? 0 : null }
}

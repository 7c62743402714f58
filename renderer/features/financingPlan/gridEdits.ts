// Changes to many cells at once: clear, fill right, paste.
import type { CellChange, PlanTable } from '../../../shared/document/financingPlan'
import { replaceTitle, titleOf, type PlanRow } from '../../../shared/document/planRows'
import type { Room } from '../../document/session'
import { editValue, emptyCell, readCell, showValue } from './cellText'
import { cellOf, type Cell } from './gridCells'
import type { Column, GridLine } from './gridLines'
import type { Area } from './gridMoves'
import type { PlanActions } from './planActions'
import type { GridSeries } from './rowSeries'
import type { GridState } from './useGrid'
import type { Plan } from './usePlan'

export interface GridTable {
  plan: Plan
  lines: readonly GridLine[]
  columns: readonly Column[]
  series: GridSeries | null
  grid: GridState
}

const cellAt = ({ plan, series }: GridTable, planRow: PlanRow, column: Column): Cell =>
  cellOf(planRow, column, plan.periods, series?.rows.get(planRow.row.id))

const rowsIn = ({ lines }: GridTable, { fromLine, toLine }: Area): PlanRow[] =>
  lines.slice(fromLine, toLine + 1).flatMap((line) => (line.type === 'row' ? [line.planRow] : []))

/** Empties the selected cells, titles only where one stands on one. */
export function clearArea(table: GridTable, actions: PlanActions, room: Room): void {
  const { area } = table.grid
  const isOne = area.fromLine === area.toLine && area.fromColumn === area.toColumn
  const changes: CellChange[] = []
  const titles: PlanRow[] = []
  for (const planRow of rowsIn(table, area))
    for (const column of table.columns.slice(area.fromColumn, area.toColumn + 1)) {
      const cell = cellAt(table, planRow, column)
      if (cell.kind === 'value' && cell.value !== null) changes.push(emptyCell(planRow, cell))
      if (cell.kind === 'title' && isOne) titles.push(planRow)
    }
  if (titles.length > 0)
    actions.change(() => titles.forEach(({ table: name, row }) => replaceTitle(room.doc, name, row.id, '')))
  actions.setCells(changes)
}

/** The first selected cell of each line goes into the others; with one cell selected, on to the last period. */
export function fillRight(table: GridTable, actions: PlanActions): void {
  const { area } = table.grid
  const to = area.fromColumn === area.toColumn ? table.columns.length - 1 : area.toColumn
  const changes: CellChange[] = []
  for (const planRow of rowsIn(table, area)) {
    const first = cellAt(table, planRow, table.columns[area.fromColumn]!)
    if (first.kind !== 'value') continue
    for (const column of table.columns.slice(area.fromColumn + 1, to + 1)) {
      const cell = cellAt(table, planRow, column)
      // A price is not filled into amounts.
      if (cell.kind !== 'value' || kindOfKey(cell.key) !== kindOfKey(first.key)) continue
      changes.push(
        first.value === null
          ? emptyCell(planRow, cell)
          : { table: planRow.table, id: planRow.row.id, key: cell.key, value: first.value },
      )
    }
  }
  actions.setCells(changes)
}

const kindOfKey = (key: string) => key.split('.')[0]

/** The selected cells as a table of text; group heads and buttons are left out. */
export function copyArea(
  table: GridTable,
  locale: string,
  wordsOf: (row: PlanRow) => string,
  lineName: (name: string) => string,
): string[][] {
  const { area } = table.grid
  const columns = table.columns.slice(area.fromColumn, area.toColumn + 1)
  return table.lines.slice(area.fromLine, area.toLine + 1).flatMap((line) => {
    if (line.type === 'row')
      return [
        columns.map((column) => {
          const cell = cellAt(table, line.planRow, column)
          if (cell.kind === 'title') return titleOf(line.planRow)
          if (cell.kind === 'status') return wordsOf(line.planRow)
          if (cell.kind === 'value')
            return cell.format === 'ore' || cell.format === 'count'
              ? editValue(cell.format, cell.value, locale)
              : showValue(cell.format, cell.value, locale)
          return cell.kind === 'computed' ? editValue('ore', cell.value, locale) : ''
        }),
      ]
    if (line.type !== 'computed') return []
    return [
      columns.map((column) => {
        if (column === 'title') return lineName(line.name)
        const value = table.series?.lines[line.name][table.plan.periods.indexOf(column)]
        return value === undefined ? '' : editValue('ore', value, locale)
      }),
    ]
  })
}

export interface Pasted {
  /** Cells whose text was no number, or one that may not stand there. */
  unread: number
}

/**
 * Puts a table of text in from where one stands. One cell fills the whole selection. Rows beyond the group's last
 * become new rows when they have a title to begin with.
 */
export function pasteInto(
  table: GridTable,
  rows: readonly (readonly string[])[],
  { actions, room, locale }: { actions: PlanActions; room: Room; locale: string },
  addRow: (group: PlanTable, title: string) => PlanRow | null,
): Pasted {
  const { area } = table.grid
  const [only] = rows[0] ?? []
  const isOne = rows.length === 1 && rows[0]!.length === 1 && only !== undefined
  const start = table.lines[area.fromLine]
  if (!start || start.type === 'computed') return { unread: 0 }
  const inGroup = table.lines.flatMap((line) =>
    line.type === 'row' && line.group === start.group ? [line.planRow] : [],
  )
  const first =
    start.type === 'row'
      ? inGroup.findIndex((each) => each.row.id === start.key)
      : start.type === 'add'
        ? inGroup.length
        : 0
  const source = isOne
    ? rowsIn(table, area).map(() => Array.from({ length: area.toColumn - area.fromColumn + 1 }, () => only))
    : rows
  let unread = 0
  const changes: CellChange[] = []
  actions.change(() => {
    source.forEach((texts, at) => {
      let planRow: PlanRow | null | undefined = isOne ? rowsIn(table, area)[at] : inGroup[first + at]
      if (!planRow && area.fromColumn === 0 && texts[0]?.trim())
        planRow = addRow(start.group, texts[0].trim())
      if (!planRow) return
      texts.forEach((text, across) => {
        const column = table.columns[area.fromColumn + across]
        if (column === undefined || !planRow) return
        const cell = cellAt(table, planRow, column)
        if (cell.kind === 'title') replaceTitle(room.doc, planRow.table, planRow.row.id, text.trim())
        if (cell.kind !== 'value') return
        const read = readCell(planRow, cell, text, locale)
        if ('problem' in read) unread++
        else changes.push(read.change)
      })
    })
    actions.setCells(changes)
  })
  return { unread }
}

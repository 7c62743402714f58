import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
} from 'react'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { titleOf, type PlanRow } from '../../../shared/document/planRows'
import type { PlainValue } from '../../../shared/document/recordTable'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { AddRow } from './AddRow'
import { ComputedLine } from './ComputedLine'
import { cellOf } from './gridCells'
import { useGridClipboard } from './gridClipboard'
import { columnsOf, linesOf, type GridLine } from './gridLines'
import { clearArea, fillRight } from './gridEdits'
import { moveBy, moveOn } from './gridMoves'
import { GridRow } from './GridRow'
import { GroupLine } from './GroupLine'
import { periodLabel } from './periodLabel'
import { usePlanPage } from './planContext'
import { RowMenu } from './RowMenu'
import type { GridSeries } from './rowSeries'
import { cellName, useGrid, type Place } from './useGrid'
import { isArrowAtMenu, onGridKey, type GridKeys } from './useGridKeys'
import { useDeletedUnderway } from './useOthersRows'
import { useGridPlace } from './useGridPlace'
import type { Plan } from './usePlan'
import type { ValueEditorProps } from './ValueEditor'
import css from './grid.module.css'

interface GridProps {
  plan: Plan
  series: GridSeries | null
  /** The figures are of the plan as it was before it could not be computed. */
  isStale: boolean
  /** The row that an empty plan was begun with, to write its title. */
  begun: string | null
}

/** The plan as a table to write in, cell by cell. */
export function Grid({ plan, series, isStale, begun }: GridProps) {
  const t = useText('financingPlan')
  const page = usePlanPage()
  const { locale, canWrite, actions } = page
  const { periods, rows, byId } = plan
  const { periodType } = plan.parts.facts
  const root = useRef<HTMLTableElement>(null)
  const lines = useMemo(() => linesOf(rows, canWrite), [rows, canWrite])
  const columns = useMemo(() => columnsOf(periods), [periods])
  const columnNames = useMemo(
    () => [
      ...(['title', 'status', 'unit', 'total'] as const).map((name) => t(`column.${name}`)),
      ...periods.map((period) => periodLabel(periodType, period, t, locale)),
    ],
    [periods, periodType, t, locale],
  )
  const grid = useGrid(root, lines, columns, begun)
  const [menu, setMenu] = useState<{ rowId: string; only: 'status' | null } | null>(null)
  /** The sales that a variable cost follows. */
  const followedBy = ({ table: name, row }: PlanRow) => {
    if (name !== 'variableCosts' || row.of === null) return ''
    const found = byId.get(row.of)
    return (found && titleOf(found)) || t('row.untitled')
  }
  const hint = useId()
  useGridPlace(grid)
  useDeletedUnderway(plan, grid.editing?.line ?? null, actions)
  const table = { plan, lines, columns, series, grid }
  useGridClipboard(root, table)

  const canEdit = (line: GridLine, column: string) => {
    if (!canWrite || line.type !== 'row') return false
    const { kind } = cellOf(line.planRow, column, periods, undefined)
    return kind === 'title' || kind === 'value'
  }
  const finishNow: ValueEditorProps['finish'] = (next) => {
    grid.stopEditing(next !== 'elsewhere')
    if (next === 'elsewhere' || next === 'stay') return
    const size = { lines: lines.length, columns: columns.length }
    const to =
      next === 'onward' || next === 'back'
        ? moveOn(next === 'onward' ? 1 : -1, grid.spot, size)
        : moveBy({ key: next === 'below' ? 'ArrowDown' : 'ArrowUp' }, grid.spot, size)
    if (to) grid.goToSpot(to)
  }
  const finishLatest = useRef(finishNow)
  useLayoutEffect(() => {
    finishLatest.current = finishNow
  })
  const finish = useCallback<ValueEditorProps['finish']>((next) => finishLatest.current(next), [])
  const { offerFillRight } = page
  useEffect(() => {
    offerFillRight(() => {
      fillRight(table, actions)
      grid.goToSpot(grid.spot, true)
    })
    return () => offerFillRight(null)
  })
  const showMenu = useCallback((rowId: string) => setMenu({ rowId, only: null }), [])
  const edit = grid.edit
  const add = useCallback(
    (group: PlanTable, values: Readonly<Record<string, PlainValue>>) => {
      const id = actions.add(group, { values })
      if (id !== null) setTimeout(() => edit({ line: id, column: 'title' }, 'on'))
    },
    [actions, edit],
  )
  const placeOf = (target: EventTarget): Place | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    const [line, column] = cell?.dataset.cell?.split('|') ?? []
    return line !== undefined && column !== undefined ? { line, column } : null
  }
  const isDragging = useRef(false)
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target)
    const isOnControl = event.target instanceof Element && event.target.closest('button, input, textarea')
    if (!place || isOnControl || event.button !== 0) return
    const wasThere = place.line === grid.active.line && place.column === grid.active.column
    const line = lines.find((each) => each.key === place.line)
    if (wasThere && event.pointerType === 'touch' && line && canEdit(line, place.column)) {
      event.preventDefault()
      return grid.edit(place, 'on')
    }
    if (event.pointerType === 'mouse') {
      // The keyboard comes along by itself; a drag selects cells, not their words.
      event.preventDefault()
      isDragging.current = true
    }
    grid.goTo(place, event.shiftKey)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!isDragging.current || event.buttons !== 1) {
      isDragging.current = false
      return
    }
    const place = placeOf(event.target)
    if (place && (place.line !== grid.active.line || place.column !== grid.active.column))
      grid.goTo(place, true)
  }
  const isSelecting = grid.area.fromLine !== grid.area.toLine || grid.area.fromColumn !== grid.area.toColumn

  const keys: GridKeys = {
    lines,
    columns,
    grid,
    canWrite,
    canEdit,
    clear: () => clearArea(table, actions, page.room),
    fillRight: () => fillRight(table, actions),
    showDetails: page.showDetails,
    showMenu,
    choose: (line) => line.type === 'row' && setMenu({ rowId: line.key, only: 'status' }),
    step: (rowId, by) => {
      const row = byId.get(rowId)
      if (row) actions.step(row, by, rows[row.table])
    },
    remove: (rowId) => {
      const row = byId.get(rowId)
      if (row) actions.remove(row)
    },
  }

  return (
    <>
      <p id={hint} className={css.forEars}>
        {t(canWrite ? 'grid.hint' : 'grid.hintRead')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table to write in is a grid */}
      <table
        ref={root}
        role="grid"
        aria-label={t('grid.label')}
        aria-describedby={hint}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        {...(!canWrite && { 'aria-readonly': true })}
        className={joinClasses(css.grid, isStale && css.stale)}
        // A button that opens a menu would take the arrows for itself, and nobody would come past it.
        onKeyDownCapture={(event) => isArrowAtMenu(event) && onGridKey(event, keys)}
        onKeyDown={(event) => onGridKey(event, keys)}
        onFocus={({ target }) => {
          const place = target instanceof Element && target.matches('[data-cell]') ? placeOf(target) : null
          if (!place || (place.line === grid.active.line && place.column === grid.active.column)) return
          // A line with one thing in it stands for all its columns.
          if (place.line !== grid.active.line || target.tagName !== 'BUTTON') grid.arrive(place)
        }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (isDragging.current = false)}
        onDoubleClick={(event) => {
          const place = placeOf(event.target)
          const line = place && lines.find((each) => each.key === place.line)
          if (place && line && canEdit(line, place.column)) grid.edit(place, 'on')
          else if (line?.type === 'row') {
            if (place?.column === 'status' && canWrite) setMenu({ rowId: line.key, only: 'status' })
            else page.showDetails(line.key)
          }
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columnNames.map((name, at) => (
              <th
                key={columns[at]}

                scope="col"
                aria-colindex={at + 1}
                className={joinClasses(css.head, at === 0 && css.first, at >= 2 && css.number)}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const activeColumn = at === grid.spot.line ? grid.active.column : null
            const ariaRow = at + 2
            if (line.type === 'group')
              return (
                <GroupLine
                  key={line.key}
                  lineKey={line.key}
                  group={line.group}
                  series={series?.groups[line.group]}
                  periods={periods}
                  activeColumn={activeColumn}
                  ariaRow={ariaRow}
                />
              )
            if (line.type === 'add')
              return (
                <tr key={line.key} aria-rowindex={ariaRow}>
                  <td aria-colindex={1} className={joinClasses(css.cell, css.first)}>
                    <AddRow
                      group={line.group}
                      add={add}
                      cell={cellName(line.key, 'title')}
                      isActive={activeColumn !== null}
                    />
                  </td>
                  <td colSpan={columns.length - 1} className={css.cell} />
                </tr>
              )
            if (line.type === 'computed')
              return (
                <ComputedLine
                  key={line.key}
                  name={line.name}
                  columns={columns}
                  values={series?.lines[line.name]}
                  activeColumn={activeColumn}
                  ariaRow={ariaRow}
                />
              )
            const isSelected = isSelecting && at >= grid.area.fromLine && at <= grid.area.toLine
            return (
              <GridRow
                key={line.key}
                planRow={line.planRow}
                columns={columns}
                periods={periods}
                columnNames={columnNames}
                series={series?.rows.get(line.key)}
                isLeftOut={series?.leftOut.has(line.key) ?? false}
                activeColumn={activeColumn}
                selectedFrom={isSelected ? grid.area.fromColumn : null}
                selectedTo={isSelected ? grid.area.toColumn : null}
                editing={grid.editing?.line === line.key ? grid.editing : null}
                finish={finish}
                ariaRow={ariaRow}
                followed={followedBy(line.planRow)}
                showMenu={showMenu}
              />
            )
          })}
        </tbody>
      </table>
      <RowMenu
        plan={plan}
        root={root}
        asked={menu}
        close={() => {
          setMenu(null)
          grid.stopEditing(true)
        }}
      />
    </>
  )
}

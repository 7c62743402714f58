import { Ellipsis, PanelRightOpen } from 'lucide-react'
import { memo } from 'react'
import { titleOf, type PlanRow } from '../../../shared/document/planRows'
import { formatKronor, formatWholeKronor } from '../../../shared/money/format'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { enDash, showValue } from './cellText'
import { cellOf, type Cell } from './gridCells'
import type { Column } from './gridLines'
import { usePeopleIn, usePlanPage } from './planContext'
import { rowWords } from './rowWords'
import { TitleEditor } from './TitleEditor'
import { sameProps } from './sameProps'
import { cellName, type Editing } from './useGrid'
import { ValueEditor, type ValueEditorProps } from './ValueEditor'
import css from './grid.module.css'

export interface GridRowProps {
  planRow: PlanRow
  columns: readonly Column[]
  periods: readonly string[]
  columnNames: readonly string[]
  series: readonly number[] | undefined
  /** The scenario leaves it out. */
  isLeftOut: boolean
  /** The column one is in, when one is in this row. */
  activeColumn: Column | null
  /** Selected columns, first and last; null when the row is not selected. */
  selectedFrom: number | null
  selectedTo: number | null
  editing: Editing | null
  finish: ValueEditorProps['finish']
  ariaRow: number
  /** The title of the sales that a variable cost follows. */
  followed: string
  showMenu: (rowId: string) => void
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { planRow, columns, periods, columnNames, series, activeColumn, editing, finish } = props
  const t = useText('financingPlan')
  const { locale, highlighted, showDetails } = usePlanPage()
  const { id } = planRow.row
  const people = usePeopleIn(id)
  const title = titleOf(planRow) || t('row.untitled')
  const words = rowWords(planRow, t, () => props.followed)

  return (
    <tr
      aria-rowindex={props.ariaRow}
      data-row={id}
      className={joinClasses(
        css.row,
        id === highlighted && css.highlighted,
        props.isLeftOut && css.leftOut,
        planRow.table === 'sources' && planRow.row.status === 'rejected' && css.rejected,
      )}
    >
      {columns.map((column, at) => {
        const cell = cellOf(planRow, column, periods, series)
        const isActive = column === activeColumn
        const isEditing = editing?.column === column
        const isSelected = props.selectedFrom !== null && at >= props.selectedFrom && at <= props.selectedTo!
        const here = people.filter((who) => who.key === column)
        const label = t('grid.cell', { row: title, column: columnNames[at] })
        const Tag = column === 'title' ? 'th' : 'td'
        return (
          <Tag
            key={column}
            {...(column === 'title' && { scope: 'row' })}
            aria-colindex={at + 1}
            data-cell={cellName(id, column)}
            tabIndex={isActive && !isEditing ? 0 : -1}
            aria-selected={isSelected || isActive}
            {...(cell.kind !== 'value' && cell.kind !== 'title' && { 'aria-readonly': true })}
            className={joinClasses(
              css.cell,
              css[cell.kind],
              column === 'title' && css.first,
              isSelected && css.selected,
              isNegative(cell) && css.negative,
            )}
            {...(here[0] && { style: { boxShadow: `inset 0 0 0 2px ${here[0].color}` } })}
          >
            {isEditing && cell.kind === 'title' ? (
              <TitleEditor planRow={planRow} label={label} begins={editing.begins} finish={finish} />
            ) : isEditing && cell.kind === 'value' ? (
              <ValueEditor
                planRow={planRow}
                cell={cell}
                label={label}
                begins={editing.begins}
                finish={finish}
              />
            ) : cell.kind === 'title' ? (
              <span className={css.titleLine}>
                <span className={css.titleText} dir="auto">
                  {titleOf(planRow) || <em className={css.untitled}>{t('row.untitled')}</em>}
                </span>
                <button
                  type="button"
                  tabIndex={-1}
                  className={css.rowButton}
                  aria-label={t('row.details', { row: title })}
                  title={`${t('row.detailsShort')} (Alt Enter)`}
                  onClick={() => showDetails(id)}
                >
                  <PanelRightOpen aria-hidden="true" />
                </button>
                <button
                  type="button"
                  tabIndex={-1}
                  className={css.rowButton}
                  aria-label={t('row.menu', { row: title })}
                  data-menu={id}
                  onClick={() => props.showMenu(id)}
                >
                  <Ellipsis aria-hidden="true" />
                </button>
              </span>
            ) : cell.kind === 'status' ? (
              <span className={css.words}>
                <span>{words.kind}</span>
                {words.state && <span className={css.quiet}>{words.state}</span>}
                {props.isLeftOut && <span className={css.leftOutMark}>{t('row.leftOut')}</span>}
              </span>
            ) : cell.kind === 'value' ? (
              <span className={css.words}>
                <span className={css.amount}>{showValue(cell.format, cell.value, locale)}</span>
                {cell.money !== undefined && cell.money !== null && (
                  <span className={joinClasses(css.quiet, css.amount)}>
                    {formatKronor(cell.money, locale)}
                  </span>
                )}
              </span>
            ) : cell.kind === 'computed' ? (
              <span className={css.amount}>
                {cell.value === null ? enDash : formatWholeKronor(cell.value, locale)}
              </span>
            ) : null}
            {here.map((who) => (
              <span key={who.clientId} className={css.person} style={{ borderColor: who.color }}>
                {who.name}
              </span>
            ))}
          </Tag>
        )
      })}
    </tr>
  )
}, sameProps)

const isNegative = (cell: Cell) =>
  (cell.kind === 'value' || cell.kind === 'computed') && cell.value !== null && cell.value < 0

import { memo } from 'react'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { formatWholeKronor } from '../../../shared/money/format'
import { sum } from '../../../shared/money/round'
import { useText } from '../../ui/language'
import { enDash } from './cellText'
import { GroupHelp } from './GroupHelp'
import { leadColumns } from './gridLines'
import { usePlanPage } from './planContext'
import { sameProps } from './sameProps'
import { cellName } from './useGrid'
import css from './grid.module.css'

interface GroupLineProps {
  group: PlanTable
  lineKey: string
  series: readonly number[] | undefined
  periods: readonly string[]
  activeColumn: string | null
  ariaRow: number
}

/** The head of a group: its name, its help, and its sums in the scenario. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { group, lineKey, series, periods, activeColumn, ariaRow } = props
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const cell = (column: string, at: number, value: number | undefined) => (
    <td
      key={column}

      aria-colindex={at + 1}
      data-cell={cellName(lineKey, column)}
      tabIndex={activeColumn === column ? 0 : -1}
      className={`${css.cell} ${css.groupCell} ${css.computed}`}
    >
      <span className={css.amount}>{value === undefined ? enDash : formatWholeKronor(value, locale)}</span>
    </td>
  )
  return (
    <tr aria-rowindex={ariaRow} className={css.group}>
      <th
        scope="row"
        aria-colindex={1}
        className={`${css.cell} ${css.groupCell} ${css.first}`}
        data-cell={cellName(lineKey, 'title')}
        tabIndex={activeColumn === 'title' ? 0 : -1}
      >
        <span className={css.titleLine}>
          <span className={css.titleText}>{t(`group.${group}.title`)}</span>
          <GroupHelp group={group} isInGrid />
        </span>
      </th>
      {(['status', 'unit'] as const).map((column, at) => (
        <td
          key={column}

          aria-colindex={at + 2}
          data-cell={cellName(lineKey, column)}
          tabIndex={activeColumn === column ? 0 : -1}
          className={`${css.cell} ${css.groupCell}`}
        />
      ))}
      {cell('total', 3, series && sum(series))}
      {periods.map((period, at) => cell(period, leadColumns.length + at, series?.[at]))}
    </tr>
  )
}, sameProps)

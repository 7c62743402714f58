import { memo } from 'react'
import { formatWholeKronor } from '../../../shared/money/format'
import { sum } from '../../../shared/money/round'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { enDash } from './cellText'
import type { Column, ComputedLine as LineName } from './gridLines'
import { leadColumns } from './gridLines'
import { usePlanPage } from './planContext'
import { sameProps } from './sameProps'
import { cellName } from './useGrid'
import css from './grid.module.css'

interface ComputedLineProps {
  name: LineName
  columns: readonly Column[]
  values: readonly number[] | undefined
  activeColumn: Column | null
  ariaRow: number
}

/** A line that only the computation fills. What is below zero has its sign, a mark and hatching, not colour alone. */
export const ComputedLine = memo(function ComputedLine(props: ComputedLineProps) {
  const { name, columns, values, activeColumn, ariaRow } = props
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const valueOf = (column: Column, at: number): number | undefined => {
    // Closing cash is no flow, so it has no total.
    if (column === 'total') return values && name !== 'closingCash' ? sum(values) : undefined
    return at < leadColumns.length ? undefined : values?.[at - leadColumns.length]
  }
  return (
    <tr aria-rowindex={ariaRow} className={joinClasses(css.computedRow, css[name])}>
      {columns.map((column, at) => {
        const value = valueOf(column, at)
        const isShort = name === 'closingCash' && value !== undefined && value < 0
        const Tag = at === 0 ? 'th' : 'td'
        return (
          <Tag
            key={column}
            {...(at === 0 && { scope: 'row' })}
            aria-colindex={at + 1}
            aria-readonly
            data-cell={cellName(name, column)}
            tabIndex={activeColumn === column ? 0 : -1}
            className={joinClasses(
              css.cell,
              at === 0 ? css.first : css.computed,
              value !== undefined && value < 0 && css.negative,
              isShort && css.short,
            )}
          >
            {at === 0 ? (
              t(`line.${name}`)
            ) : value !== undefined ? (
              <span className={css.amount}>{formatWholeKronor(value, locale)}</span>
            ) : at >= leadColumns.length ? (
              enDash
            ) : null}
            {isShort && <span className={css.forEars}>{t('grid.belowZero')}</span>}
          </Tag>
        )
      })}
    </tr>
  )
}, sameProps)

import type { CellChange } from '../../../../shared/document/financingPlan'
import type { PlanRow } from '../../../../shared/document/planRows'
import { formatKronor } from '../../../../shared/money/format'
import { useText } from '../../../ui/language'
import { Switch } from '../../../ui/Switch'
import { amountsOfRow, cellOf, shapeOf, type Cell } from '../gridCells'
import { periodLabel } from '../periodLabel'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { CellField } from './CellField'
import css from './details.module.css'

interface AmountsProps {
  planRow: PlanRow
  plan: Plan
  series: readonly number[] | undefined
}

/** The row's price or share, its total and its periods, as in the grid; computed ones say why they are. */
export function Amounts({ planRow, plan, series }: AmountsProps) {
  const t = useText('financingPlan')
  const { actions, canWrite, locale } = usePlanPage()
  const { periods } = plan
  const cell = (column: string) => cellOf(planRow, column, periods, series)
  const unit = cell('unit')
  const total = cell('total')
  const columns = periods.map((period) => ({ period, cell: cell(period) }))
  const why = columns.map((each) => each.cell).find((each) => each.kind === 'computed')
  const label = (period: string) => periodLabel(plan.parts.facts.periodType, period, t, locale)

  const split = splitOf(planRow)
  const setSplit = (isSplit: boolean) => {
    if (!split) return
    const { table, row } = planRow
    const amounts = split.isSplit
      ? amountsOfRow(split.row, periods)
      : columns.map((each) => moneyIn(each.cell))
    const changes: CellChange[] = isSplit
      ? [{ table, id: row.id, key: 'total', value: amounts.reduce((all, amount) => all + amount, 0) }]
      : [
          { table, id: row.id, key: 'total', value: null },
          ...(split.isQuantity
            ? []
            : periods.map((period, at) => ({
                table,
                id: row.id,
                key: `amount.${period}`,
                value: amounts[at]!,
              }))),
        ]
    actions.setCells(changes)
  }
  return (
    <fieldset className={css.part}>
      <legend>{t('amounts.title')}</legend>
      {split && (
        <Switch
          isSelected={split.isSplit}
          isDisabled={!canWrite}
          description={t(split.isQuantity ? 'amounts.totalInsteadHelp' : 'amounts.splitHelp')}
          onChange={setSplit}
        >
          {t(split.isQuantity ? 'amounts.totalInstead' : 'amounts.split')}
        </Switch>
      )}
      <div className={css.pair}>
        {unit.kind === 'value' && (
          <CellField planRow={planRow} cell={unit} label={t(`unit.${unit.key.replace('.', '_')}`)} />
        )}
        {total.kind === 'value' && (
          <CellField
            planRow={planRow}
            cell={total}
            label={t(total.key === 'total' ? 'amounts.total' : 'amounts.principal')}
          />
        )}
      </div>
      {total.kind === 'computed' && total.value !== null && (
        <p>{t('amounts.sum', { amount: formatKronor(total.value, locale) })}</p>
      )}
      {why?.kind === 'computed' && <p className={css.quiet}>{t(`why.${why.why}`)}</p>}
      <div className={css.periods}>
        {columns.map(({ period, cell: each }) =>
          each.kind === 'value' ? (
            <CellField key={period} planRow={planRow} cell={each} label={labelOf(each, label(period))} />
          ) : each.kind === 'computed' ? (
            <p key={period} className={css.fixed}>
              <span>{label(period)}</span>
              <strong>{each.value === null ? '–' : formatKronor(each.value, locale)}</strong>
            </p>
          ) : null,
        )}
      </div>
    </fieldset>
  )

  function labelOf(each: Extract<Cell, { kind: 'value' }>, period: string): string {
    if (each.format !== 'count') return period
    return t(each.key.startsWith('hours') ? 'amounts.hoursIn' : 'amounts.unitsIn', { period })
  }
}

const moneyIn = (cell: Cell) =>
  cell.kind === 'value' ? ((cell.format === 'count' ? cell.money : cell.value) ?? 0) : 0

/** Whether the row has the choice between one total and amounts, and which it has made. */
function splitOf({ table, row }: PlanRow) {
  if (table === 'fixedCosts') return { row, isSplit: row.total !== null, isQuantity: false }
  if (table !== 'sources') return null
  const shape = shapeOf(row)
  if (shape === 'loan' || shape === 'claim') return null
  const isQuantity = row.kind === 'sales' || row.kind === 'inKind'
  return { row, isSplit: row.total !== null, isQuantity }
}

import { scenarioNames } from '../../../shared/document/financingPlan'
import { formatWholeKronor } from '../../../shared/money/format'
import { useText } from '../../ui/language'
import { usePlanPage } from './planContext'
import type { Figures } from './usePlan'
import css from './chart.module.css'

interface CashTableProps {
  figures: Figures
  label: (period: string) => string
}

/** What the chart shows, to read and to hear. */
export function CashTable({ figures, label }: CashTableProps) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const { plan, input } = figures
  return (
    <details className={css.details}>
      <summary>{t('chart.asTable')}</summary>
      <table className={css.table}>
        <caption className={css.forEars}>{t('chart.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.period')}</th>
            {scenarioNames.map((name) => (
              <th key={name} scope="col">
                {t(`scenario.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {input.periods.map((period, at) => (
            <tr key={period}>
              <th scope="row">{label(period)}</th>
              {scenarioNames.map((name) => {
                const amount = plan.scenarios[name].closingCash[at]!
                return (
                  <td key={name} className={amount < 0 ? css.short : undefined}>
                    {formatWholeKronor(amount, locale)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.note}>{t('chart.rounded')}</p>
    </details>
  )
}

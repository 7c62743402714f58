import { formatWholeKronor } from '../../../../shared/money/format'
import { useText } from '../../../ui/language'
import { periodLabel } from '../periodLabel'
import { ScrollBox } from '../ScrollBox'
import { usePlanPage } from '../planContext'
import { claimOf } from '../rowSeries'
import type { Figures, Plan } from '../usePlan'
import css from './details.module.css'

const columns = ['directStaff', 'flatRateOther', 'eligible', 'aidAccrued', 'aidReceivedCash'] as const

/** What a claim comes to, period by period: earned when the work is done, in the cash when it is paid. */
export function ClaimTable({ id, plan, figures }: { id: string; plan: Plan; figures: Figures }) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const claim = claimOf(figures, id)
  if (!claim) return null
  return (
    <ScrollBox label={t('claim.schedule')}>
      <table className={css.table}>
        <caption>{t('claim.schedule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.period')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`claim.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.input.periods.map((period, at) => (
            <tr key={period}>
              <th scope="row">{periodLabel(plan.parts.facts.periodType, period, t, locale)}</th>
              {columns.map((name) => (
                <td key={name}>{formatWholeKronor(claim[name][at] ?? 0, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

import { loanMethods } from '../../../../shared/financing/input'
import type { PlanRow } from '../../../../shared/document/planRows'
import { formatKronor, formatWholeKronor } from '../../../../shared/money/format'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { periodLabel } from '../periodLabel'
import { ScrollBox } from '../ScrollBox'
import { usePlanPage } from '../planContext'
import { loanOf } from '../rowSeries'
import type { Figures, Plan } from '../usePlan'
import { CellField } from './CellField'
import { numberCell } from './numberCell'
import { PeriodSelect } from './PeriodSelect'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface LoanDetailsProps {
  planRow: Extract<PlanRow, { table: 'sources' }>
  plan: Plan
  figures: Figures | null
}

/** A loan's terms, and the schedule that follows from them. */
export function LoanDetails({ planRow, plan, figures }: LoanDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite, locale } = usePlanPage()
  const set = useSetRow(planRow)
  const { loan, id } = planRow.row
  const schedule = figures && loanOf(figures, id)
  return (
    <fieldset className={css.part}>
      <legend>{t('loan.title')}</legend>
      <div className={css.pair}>
        <PeriodSelect
          plan={plan}
          label={t('loan.disbursed')}
          open={t('loan.fromStart')}
          value={loan.disbursed}
          onChange={(disbursed) => set({ 'loan.disbursed': disbursed })}
        />
        <Select
          label={t('loan.method')}
          value={loan.method}
          isDisabled={!canWrite}
          onChange={(method) => set({ 'loan.method': method })}
          choices={loanMethods.map((each) => ({
            id: each,
            label: t(`loan.${each}`),
            description: t(`loan.${each}Help`),
          }))}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('loan.interestOnlyPeriods', 'count', loan.interestOnlyPeriods, 0, 1200)}
          label={t('loan.interestOnly')}
          description={t('loan.interestOnlyHelp')}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('loan.amortisationPeriods', 'count', loan.amortisationPeriods ?? 12, 1, 1200)}
          label={t('loan.amortisationPeriods')}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('loan.guaranteeBp', 'basisPoints', loan.guaranteeBp, 0, 10_000)}
          label={t('loan.guarantee')}
          description={t('loan.guaranteeHelp')}
        />
      </div>
      {schedule && (
        <>
          <p>
            {t('loan.sums', {
              interest: formatKronor(schedule.totalInterest, locale),
              left: formatKronor(schedule.closingBalance, locale),
              guaranteed: formatKronor(schedule.guaranteedAmount, locale),
            })}
          </p>
          <ScrollBox label={t('loan.schedule')}>
            <table className={css.table}>
              <caption>{t('loan.schedule')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('chart.period')}</th>
                  {(['opening', 'drawn', 'interest', 'amortisation', 'closing'] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(`loan.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {schedule.schedule.map((line) => (
                  <tr key={line.period}>
                    <th scope="row">{periodLabel(plan.parts.facts.periodType, line.period, t, locale)}</th>
                    {(['opening', 'drawn', 'interest', 'amortisation', 'closing'] as const).map((name) => (
                      <td key={name}>{formatWholeKronor(line[name], locale)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </fieldset>
  )
}

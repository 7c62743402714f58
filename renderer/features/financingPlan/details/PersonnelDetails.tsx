import { contributionKinds } from '../../../../shared/document/financingPlan'
import type { PlanRow } from '../../../../shared/document/planRows'
import { formatKronorAndOre } from '../../../../shared/money/format'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { ParameterWords } from '../ParameterWords'
import { periodLabel } from '../periodLabel'
import { usePlanPage } from '../planContext'
import type { Figures, Plan } from '../usePlan'
import { CellField } from './CellField'
import { numberCell } from './numberCell'
import { PeriodSelect } from './PeriodSelect'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface PersonnelDetailsProps {
  planRow: Extract<PlanRow, { table: 'personnel' }>
  plan: Plan
  figures: Figures | null
}

/** A role: pay by year, share of full time, when, and what comes on top of the pay. */
export function PersonnelDetails({ planRow, plan, figures }: PersonnelDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite, locale } = usePlanPage()
  const set = useSetRow(planRow)
  const { row } = planRow
  const years = [...new Set(plan.periods.map((period) => period.slice(0, 4)))]
  const costs = figures?.plan.personnel[row.id]
  const first = costs?.findIndex((cost) => cost.total !== 0) ?? -1
  const cost = first < 0 ? undefined : costs?.[first]
  return (
    <>
      <fieldset className={css.part}>
        <legend>{t('personnel.salary')}</legend>
        <p className={css.quiet}>{t('personnel.salaryHelp')}</p>
        <div className={css.pair}>
          {years.map((year) => (
            <CellField
              key={year}
              planRow={planRow}
              cell={numberCell(`salary.${year}`, 'ore', row.salary[year] ?? null)}
              label={t('personnel.salaryOf', { year })}
            />
          ))}
        </div>
      </fieldset>
      <div className={css.pair}>
        <PeriodSelect
          plan={plan}
          label={t('personnel.from')}
          open={t('details.fromStart')}
          value={row.from}
          onChange={(from) => set({ from })}
        />
        <PeriodSelect
          plan={plan}
          label={t('personnel.to')}
          open={t('details.toEnd')}
          value={row.to}
          onChange={(to) => set({ to })}
        />
        <Select
          label={t('personnel.contribution')}
          value={row.contribution}
          isDisabled={!canWrite}
          onChange={(contribution) => set({ contribution })}
          choices={contributionKinds.map((id) => ({ id, label: t(`contribution.${id}`) }))}
        />
        {row.contribution === 'own' && (
          <CellField
            planRow={planRow}
            cell={numberCell('ownContributionBp', 'basisPoints', row.ownContributionBp)}
            label={t('contribution.own')}
          />
        )}
        <CellField
          planRow={planRow}
          cell={numberCell('otherOnCostBp', 'basisPoints', row.otherOnCostBp)}
          label={t('personnel.other')}
          description={t('personnel.otherHelp')}
        />
      </div>
      {cost && (
        <p>
          {t('personnel.computed', {
            period: periodLabel(plan.parts.facts.periodType, plan.periods[first] ?? '', t, locale),
            gross: formatKronorAndOre(cost.gross, locale),
            employer: formatKronorAndOre(cost.employer, locale),
            other: formatKronorAndOre(cost.other, locale),
            total: formatKronorAndOre(cost.total, locale),
          })}
        </p>
      )}
      {row.contribution !== 'own' && (
        <ParameterWords
          keys={
            row.contribution === 'youth'
              ? ['ordinaryEmployerContribution', 'youthEmployerContribution', 'youthMonthlyLimit']
              : ['ordinaryEmployerContribution']
          }
          parameters={plan.parts.parameters}
        />
      )}
    </>
  )
}

import { titleOf, type PlanRow } from '../../../../shared/document/planRows'
import { formatBasisPoints } from '../../../../shared/money/format'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { ParameterWords } from '../ParameterWords'
import { usePlanPage } from '../planContext'
import type { Figures, Plan } from '../usePlan'
import { CellField } from './CellField'
import { ClaimTable } from './ClaimTable'
import { numberCell } from './numberCell'
import { PeriodSelect } from './PeriodSelect'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface ClaimDetailsProps {
  planRow: Extract<PlanRow, { table: 'sources' }>
  plan: Plan
  figures: Figures | null
}

/** A grant that is claimed in arrears: on which roles, when, how much, and when it is paid. */
export function ClaimDetails({ planRow, plan, figures }: ClaimDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite, locale } = usePlanPage()
  const set = useSetRow(planRow)
  const { claim } = planRow.row
  const usual = plan.parts.parameters.find((each) => each.key === 'flatRateOnStaff')
  return (
    <fieldset className={css.part}>
      <legend>{t('claim.title')}</legend>
      <fieldset className={css.ticks}>
        <legend className={css.label}>{t('claim.roles')}</legend>
        {plan.rows.personnel.length === 0 && <p className={css.quiet}>{t('claim.noRoles')}</p>}
        {plan.rows.personnel.map((each) => (
          <Checkbox
            key={each.row.id}
            isSelected={claim.roles.includes(each.row.id)}
            isDisabled={!canWrite}
            onChange={(isTicked) =>
              set({
                'claim.roles': isTicked
                  ? [...claim.roles, each.row.id]
                  : claim.roles.filter((id) => id !== each.row.id),
              })
            }
          >
            {titleOf(each) || t('row.untitled')}
          </Checkbox>
        ))}
      </fieldset>
      <div className={css.pair}>
        <PeriodSelect
          plan={plan}
          label={t('claim.from')}
          open={t('details.fromStart')}
          value={claim.from}
          onChange={(from) => set({ 'claim.from': from })}
        />
        <PeriodSelect
          plan={plan}
          label={t('claim.to')}
          open={t('details.toEnd')}
          value={claim.to}
          onChange={(to) => set({ 'claim.to': to })}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('claim.flatRateBp', 'basisPoints', claim.flatRateBp)}
          label={t('claim.flatRate')}
          description={t('claim.flatRateHelp', { usual: formatBasisPoints(usual?.value ?? null, locale) })}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('claim.paymentLagPeriods', 'count', claim.paymentLagPeriods, 0, 1200)}
          label={t('claim.lag')}
          description={t('claim.lagHelp')}
        />
      </div>
      {figures && <ClaimTable id={planRow.row.id} plan={plan} figures={figures} />}
      <ParameterWords keys={['flatRateOnStaff']} parameters={plan.parts.parameters} />
    </fieldset>
  )
}

import type { SourceRow } from '../../../../shared/document/financingPlan'
import type { PlanRow } from '../../../../shared/document/planRows'
import { sourceKinds, sourceStatuses } from '../../../../shared/financing/input'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { Switch } from '../../../ui/Switch'
import { shapeOf } from '../gridCells'
import { usePlanPage } from '../planContext'
import type { Figures, Plan } from '../usePlan'
import { CellField } from './CellField'
import { ClaimDetails } from './ClaimDetails'
import { CofinancingDetails } from './CofinancingDetails'
import { LoanDetails } from './LoanDetails'
import { numberCell } from './numberCell'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface SourceDetailsProps {
  planRow: Extract<PlanRow, { table: 'sources' }>
  plan: Plan
  figures: Figures | null
}

/** Everything of a source but its amounts. */
export function SourceDetails({ planRow, plan, figures }: SourceDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite } = usePlanPage()
  const set = useSetRow(planRow)
  const row: SourceRow = planRow.row
  const shape = shapeOf(row)
  const mayClaim = row.kind === 'grant' || row.kind === 'agreement'
  return (
    <>
      <div className={css.pair}>
        <Select
          label={t('details.kind')}
          value={row.kind}
          isDisabled={!canWrite}
          onChange={(kind) => set({ kind })}
          choices={sourceKinds.map((id) => ({
            id,
            label: t(`kind.${id}`),
            description: t(`kindHelp.${id}`),
          }))}
        />
        <Select
          label={t('details.status')}
          value={row.status}
          isDisabled={!canWrite}
          onChange={(status) => set({ status })}
          choices={sourceStatuses.map((id) => ({ id, label: t(`status.${id}`) }))}
        />
        <CellField
          planRow={planRow}
          cell={numberCell('probability', 'count', row.probability, 0, 100)}
          label={t('details.probability')}
          description={t('details.probabilityHelp')}
        />
      </div>
      <div className={css.ticks}>
        <Checkbox
          isSelected={row.restricted}
          isDisabled={!canWrite}
          description={t('details.restrictedHelp')}
          onChange={(restricted) => set({ restricted })}
        >
          {t('details.restricted')}
        </Checkbox>
        <Checkbox
          isSelected={row.recurring}
          isDisabled={!canWrite}
          description={t('details.recurringHelp')}
          onChange={(recurring) => set({ recurring })}
        >
          {t('details.recurring')}
        </Checkbox>
      </div>
      {shape === 'loan' && <LoanDetails planRow={planRow} plan={plan} figures={figures} />}
      {mayClaim && (
        <Switch
          isSelected={row.claim.on}
          isDisabled={!canWrite}
          description={t('claim.help')}
          onChange={(on) => set({ 'claim.on': on })}
        >
          {t('claim.on')}
        </Switch>
      )}
      {shape === 'claim' && <ClaimDetails planRow={planRow} plan={plan} figures={figures} />}
      {shape !== 'loan' && <CofinancingDetails planRow={planRow} plan={plan} />}
    </>
  )
}

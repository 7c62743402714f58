import { titleOf, type PlanRow } from '../../../../shared/document/planRows'
import { claimsInArrears } from '../../../../shared/document/planInput'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { PeriodSelect } from './PeriodSelect'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface CofinancingDetailsProps {
  planRow: Extract<PlanRow, { table: 'sources' }>
  plan: Plan
}

const none = 'none'

/** Which claim this money helps to co-finance, when, and which costs it is for. */
export function CofinancingDetails({ planRow, plan }: CofinancingDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite } = usePlanPage()
  const set = useSetRow(planRow)
  const { row } = planRow
  const name = (each: PlanRow) => titleOf(each) || t('row.untitled')
  const claims = plan.rows.sources.filter(
    (each) => each.table === 'sources' && each.row.id !== row.id && claimsInArrears(each.row),
  )
  const chosen = claims.some((each) => each.row.id === row.cofinances) ? row.cofinances! : none
  const costs = [...plan.rows.personnel, ...plan.rows.fixedCosts, ...plan.rows.variableCosts]
  return (
    <>
      {claims.length > 0 && (
        <fieldset className={css.part}>
          <legend>{t('cofinancing.title')}</legend>
          <div className={css.pair}>
            <Select
              label={t('cofinancing.of')}
              value={chosen}
              isDisabled={!canWrite}
              onChange={(id) => set({ cofinances: id === none ? null : id })}
              choices={[
                { id: none, label: t('cofinancing.none') },
                ...claims.map((each) => ({ id: each.row.id, label: name(each) })),
              ]}
            />
            {chosen !== none && (
              <>
                <PeriodSelect
                  plan={plan}
                  label={t('cofinancing.from')}
                  open={t('details.fromStart')}
                  value={row.cofinancingFrom}
                  onChange={(cofinancingFrom) => set({ cofinancingFrom })}
                />
                <PeriodSelect
                  plan={plan}
                  label={t('cofinancing.to')}
                  open={t('details.toEnd')}
                  value={row.cofinancingTo}
                  onChange={(cofinancingTo) => set({ cofinancingTo })}
                />
              </>
            )}
          </div>
          {row.kind === 'inKind' && chosen !== none && (
            <Checkbox
              isSelected={row.countsAsCofinancing}
              isDisabled={!canWrite}
              onChange={(countsAsCofinancing) => set({ countsAsCofinancing })}
            >
              {t('cofinancing.inKindCounts')}
            </Checkbox>
          )}
        </fieldset>
      )}
      {row.restricted && costs.length > 0 && (
        <fieldset className={css.ticks}>
          <legend className={css.label}>{t('details.costLines')}</legend>
          {costs.map((each) => (
            <Checkbox
              key={each.row.id}
              isSelected={row.costLines.includes(each.row.id)}
              isDisabled={!canWrite}
              onChange={(isTicked) =>
                set({
                  costLines: isTicked
                    ? [...row.costLines, each.row.id]
                    : row.costLines.filter((id) => id !== each.row.id),
                })
              }
            >
              {name(each)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  )
}

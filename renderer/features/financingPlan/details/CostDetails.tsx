import { costCategories } from '../../../../shared/document/financingPlan'
import { titleOf, type PlanRow } from '../../../../shared/document/planRows'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { useSetRow } from './useSetRow'
import css from './details.module.css'

interface CostDetailsProps {
  planRow: Extract<PlanRow, { table: 'fixedCosts' | 'variableCosts' }>
  plan: Plan
}

const all = 'all'

/** What kind of cost it is, and for a variable one which sales it follows. */
export function CostDetails({ planRow, plan }: CostDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite } = usePlanPage()
  const set = useSetRow(planRow)
  const { category } = planRow.row
  const isKnown = (costCategories as readonly string[]).includes(category)
  return (
    <div className={css.pair}>
      <Select
        label={t('details.category')}
        value={category}
        isDisabled={!canWrite}
        onChange={(next) => set({ category: next })}
        choices={[
          ...costCategories.map((id) => ({
            id: id as string,
            label: t(`category.${id}`),
            ...(id === 'investment' && { description: t('categoryHelp.investment') }),
          })),
          ...(isKnown ? [] : [{ id: category, label: category }]),
        ]}
      />
      {planRow.table === 'variableCosts' && (
        <Select
          label={t('details.of')}
          value={planRow.row.of ?? all}
          isDisabled={!canWrite}
          onChange={(id) => set({ of: id === all ? null : id })}
          choices={[
            { id: all, label: t('details.ofAll') },
            ...plan.rows.sources
              .filter((each) => each.table === 'sources' && each.row.kind === 'sales')
              .map((each) => ({ id: each.row.id, label: titleOf(each) || t('row.untitled') })),
          ]}
        />
      )}
    </div>
  )
}

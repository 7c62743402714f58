import { ArrowDown, ArrowUp, PanelRightOpen, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { contributionKinds, costCategories } from '../../../shared/document/financingPlan'
import { titleOf, type PlanRow } from '../../../shared/document/planRows'
import { sourceStatuses } from '../../../shared/financing/input'
import { useText } from '../../ui/language'
import { MenuItem, MenuSeparator } from '../../ui/Menu'
import { MenuAt } from '../../ui/MenuAt'
import { usePlanPage } from './planContext'
import { cellName } from './useGrid'
import type { Plan } from './usePlan'

interface RowMenuProps {
  plan: Plan
  /** Where the rows are. */
  root: RefObject<HTMLElement | null>
  /** `status`: only the choice among the row's few words. */
  asked: { rowId: string; only: 'status' | null } | null
  close: () => void
}

/** Everything that can be done with one row; every drag and key has its equal here. */
export function RowMenu({ plan, root, asked, close }: RowMenuProps) {
  const t = useText('financingPlan')
  const { canWrite, actions, showDetails } = usePlanPage()
  const planRow = asked && plan.byId.get(asked.rowId)
  if (!asked || !planRow) return null
  const { id } = planRow.row
  const siblings = plan.rows[planRow.table]
  const at = siblings.findIndex((each) => each.row.id === id)
  const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector) ?? null
  const name = titleOf(planRow) || t('row.untitled')
  if (asked.only)
    return (
      <MenuAt
        at={find(`[data-cell="${CSS.escape(cellName(id, 'status'))}"]`)}
        onClose={close}
        label={t('row.choose', { row: name })}
      >
        {choicesOf(planRow, plan, t).map((choice) => (
          <MenuItem
            key={choice.key}
            isChosen={choice.isChosen}
            onAction={() =>
              actions.setCells([{ table: planRow.table, id, key: choice.key, value: choice.value }])
            }
          >
            {choice.label}
          </MenuItem>
        ))}
      </MenuAt>
    )
  return (
    <MenuAt at={find(`[data-menu="${CSS.escape(id)}"]`)} onClose={close} label={t('row.menu', { row: name })}>
      <MenuItem icon={<PanelRightOpen />} keys="Alt Enter" onAction={() => showDetails(id)}>
        {t('row.detailsShort')}
      </MenuItem>
      {canWrite && (
        <>
          <MenuItem
            icon={<ArrowUp />}
            keys="Alt ↑"
            isDisabled={at <= 0}
            onAction={() => actions.step(planRow, -1, siblings)}
          >
            {t('row.moveUp')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown />}
            keys="Alt ↓"
            isDisabled={at >= siblings.length - 1}
            onAction={() => actions.step(planRow, 1, siblings)}
          >
            {t('row.moveDown')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} keys="Ctrl Delete" isDanger onAction={() => actions.remove(planRow)}>
            {t('row.delete')}
          </MenuItem>
        </>
      )}
    </MenuAt>
  )
}

interface Choice {
  key: string
  value: string | null
  label: string
  isChosen: boolean
}

function choicesOf({ table, row }: PlanRow, plan: Plan, t: (key: string) => string): Choice[] {
  const of = (key: string, values: readonly string[], now: string, words: string): Choice[] =>
    values.map((value) => ({ key, value, label: t(`${words}.${value}`), isChosen: value === now }))
  switch (table) {
    case 'sources':
      return of('status', sourceStatuses, row.status, 'status')
    case 'personnel':
      return of('contribution', contributionKinds, row.contribution, 'contribution')
    case 'fixedCosts':
      return of('category', costCategories, row.category, 'category')
    case 'variableCosts':
      return [
        { key: 'of', value: null, label: t('row.ofAllSales'), isChosen: row.of === null },
        ...plan.rows.sources
          .filter((each) => each.table === 'sources' && each.row.kind === 'sales')
          .map((each) => ({
            key: 'of',
            value: each.row.id,
            label: titleOf(each) || t('row.untitled'),
            isChosen: row.of === each.row.id,
          })),
      ]
  }
}

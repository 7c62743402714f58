import { Plus } from 'lucide-react'
import { memo } from 'react'
import { costCategories, type PlanTable } from '../../../shared/document/financingPlan'
import type { PlainValue } from '../../../shared/document/recordTable'
import { newSourceValues } from '../../../shared/document/planRows'
import { sourceKinds } from '../../../shared/financing/input'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'

interface AddRowProps {
  group: PlanTable
  add: (table: PlanTable, values: Readonly<Record<string, PlainValue>>) => void
  /** The cell of the grid that it stands in. */
  cell?: string
  isActive?: boolean
}

/** A new row in a group, of the kind that one chooses where there are several. */
export const AddRow = memo(function AddRow({ group, add, cell, isActive = true }: AddRowProps) {
  const t = useText('financingPlan')
  const button = {
    variant: 'quiet',
    size: 'small',
    icon: <Plus />,
    children: t(`group.${group}.add`),
    ...(cell !== undefined && { 'data-cell': cell, excludeFromTabOrder: !isActive }),
  } as const
  if (group === 'sources')
    return (
      <Menu trigger={<Button {...button} />} label={t(`group.${group}.add`)}>
        {sourceKinds.map((kind) => (
          <MenuItem
            key={kind}
            description={t(`kindHelp.${kind}`)}
            onAction={() => add(group, newSourceValues(kind))}
          >
            {t(`kind.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    )
  if (group === 'fixedCosts')
    return (
      <Menu trigger={<Button {...button} />} label={t(`group.${group}.add`)}>
        {costCategories.map((category) => (
          <MenuItem
            key={category}
            onAction={() => add(group, { category })}
            {...(category === 'investment' && { description: t('categoryHelp.investment') })}
          >
            {t(`category.${category}`)}
          </MenuItem>
        ))}
      </Menu>
    )
  return <Button {...button} onPress={() => add(group, {})} />
})

import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import { RadioGroup } from '../../ui/RadioGroup'
import css from './plan.module.css'

type Reading = 'plain' | 'easy'
/** Kept for the whole visit: who wants easy text wants it in every group. */
let lastReading: Reading = 'plain'

interface GroupHelpProps {
  group: PlanTable
  /** Then the arrow keys lead to its cell, and Enter opens it. */
  isInGrid?: boolean
}

/** What a group of rows is for, in plain or in easy language, and questions to start from. */
export function GroupHelp({ group, isInGrid = false }: GroupHelpProps) {
  const t = useText('financingPlan')
  const [reading, setReading] = useState<Reading>(lastReading)
  const title = t(`group.${group}.title`)
  const choose = (next: Reading) => {
    lastReading = next
    setReading(next)
  }
  return (
    <Popover
      label={t('help.open', { group: title })}
      onOpenChange={(isOpen) => isOpen && setReading(lastReading)}
      trigger={
        <IconButton
          label={t('help.open', { group: title })}
          icon={<CircleHelp />}
          size="small"
          excludeFromTabOrder={isInGrid}
        />
      }
    >
      <div className={css.help}>
        <h3 className={css.helpTitle}>{title}</h3>
        <RadioGroup
          label={t('help.reading')}
          isLabelHidden
          isRow
          value={reading}
          onChange={choose}
          choices={[
            { id: 'plain', label: t('help.plain') },
            { id: 'easy', label: t('help.easy') },
          ]}
        />
        <p className={reading === 'easy' ? css.easy : undefined}>
          {reading === 'easy' ? t(`group.${group}.easyHelp`) : t(`group.${group}.help`)}
        </p>
        <h4 className={css.helpHeading}>{t('help.prompts')}</h4>
        <ul className={css.prompts}>
          {['1', '2', '3'].map((number) => (
            <li key={number}>{t(`group.${group}.prompts.${number}`)}</li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}

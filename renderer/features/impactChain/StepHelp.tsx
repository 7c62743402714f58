import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { Column } from '../../../shared/impact/layout'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import { RadioGroup } from '../../ui/RadioGroup'
import css from './stepHelp.module.css'

type Reading = 'plain' | 'easy'
/** Kept for the whole visit: who wants easy text wants it in every step. */
let lastReading: Reading = 'plain'

/** What a step is, in plain or in easy language, and questions to start from. */
export function StepHelp({ step }: { step: Column }) {
  const t = useText('impactChain')
  const [reading, setReading] = useState<Reading>(lastReading)
  const title = t(`step.${step}.title`)
  const choose = (next: Reading) => {
    lastReading = next
    setReading(next)
  }
  const label = t('help.open', { step: title })
  return (
    <Popover
      label={label}
      onOpenChange={(isOpen) => isOpen && setReading(lastReading)}
      trigger={<IconButton label={label} icon={<CircleHelp />} size="small" />}
    >
      <div className={css.help}>
        <h3 className={css.title}>{title}</h3>
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
          {reading === 'easy' ? t(`step.${step}.easyHelp`) : t(`step.${step}.help`)}
        </p>
        <h4 className={css.heading}>{t('help.prompts')}</h4>
        <ul className={css.prompts}>
          {['1', '2', '3'].map((number) => (
            <li key={number}>{t(`step.${step}.prompts.${number}`)}</li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}

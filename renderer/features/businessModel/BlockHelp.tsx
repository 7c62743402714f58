import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { BlockKey } from '../../../shared/document/businessModel'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { Popover } from '../../ui/Popover'
import { RadioGroup } from '../../ui/RadioGroup'
import css from './block.module.css'

type Reading = 'plain' | 'easy'
/** Kept for the whole visit: who wants easy text wants it in every block. */
let lastReading: Reading = 'plain'

/** What a block is for, in plain or in easy language, and questions to start from. */
export function BlockHelp({ block }: { block: BlockKey }) {
  const isOnScreen = useOnScreen()
  const t = useText('businessModel')
  const [reading, setReading] = useState<Reading>(lastReading)
  const title = t(`block.${block}.title`)
  const choose = (next: Reading) => {
    lastReading = next
    setReading(next)
  }
  if (isOnScreen) return null
  return (
    <Popover
      label={t('help.open', { block: title })}
      onOpenChange={(isOpen) => isOpen && setReading(lastReading)}
      trigger={
        <IconButton
          label={t('help.open', { block: title })}
          icon={<CircleHelp />}
          size="small"
          className={css.helpButton!}
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
          {reading === 'easy' ? t(`block.${block}.easyHelp`) : t(`block.${block}.help`)}
        </p>
        <h4 className={css.helpHeading}>{t('help.prompts')}</h4>
        <ul className={css.prompts}>
          {['1', '2', '3'].map((number) => (
            <li key={number}>{t(`block.${block}.prompts.${number}`)}</li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { useChain, useChainData } from '../chainContext'
import css from './panel.module.css'

/** Whom an element concerns: ticked among the chain's target groups, or a new one. */
export function TargetGroupChoice({ element }: { element: ChainElement }) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const { targetGroups } = useChainData()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    actions.addTargetGroup(name.trim(), element.id)
    setName('')
  }
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('targetGroup.title')}</h3>
      {targetGroups.length === 0 && <p className={css.quiet}>{t('targetGroup.none')}</p>}
      {targetGroups.map((group) => (
        <Checkbox
          key={group.id}
          isSelected={element.targetGroupIds.includes(group.id)}
          isReadOnly={!canWrite}
          onChange={(isTicked) => actions.tick('elements', element.id, 'targetGroupIds', group.id, isTicked)}
        >
          {group.name.trim() || t('untitled')}
        </Checkbox>
      ))}
      {canWrite && (
        <div className={css.line}>
          <TextField
            label={t('targetGroup.new')}
            value={name}
            onChange={setName}
            className={css.grow!}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
              else event.continuePropagation()
            }}
          />
          <Button icon={<Plus />} aria-label={t('targetGroup.addNew')} onPress={add} />
        </div>
      )}
    </section>
  )
}

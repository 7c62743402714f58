import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Step } from '../../../../shared/impact/steps'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { useChain } from '../chainContext'
import css from './table.module.css'

/** Adds elements one after the other: type, Enter, type, Enter. */
export function AddElement({ step }: { step: Step }) {
  const t = useText('impactChain')
  const { actions } = useChain()
  const [title, setTitle] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const add = () => {
    if (title.trim() === '') return field.current?.focus()
    actions.addElement(step, title.trim())
    setTitle('')
    field.current?.focus()
  }
  const label = t('element.addTo', { step: t(`step.${step}.title`) })
  return (
    <div className={css.add}>
      <TextField
        label={label}
        isLabelHidden
        placeholder={t(`step.${step}.placeholder`)}
        value={title}
        onChange={setTitle}
        inputRef={field}
        className={css.addField!}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
          else event.continuePropagation()
        }}
      />
      <Button icon={<Plus />} aria-label={label} onPress={add}>
        {t('element.add')}
      </Button>
    </div>
  )
}

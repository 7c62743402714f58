import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { joinClasses } from './joinClasses'
import type { Choice } from './Select'
import css from './choice.module.css'

export interface RadioGroupProps<T extends string> {
  label: string
  isLabelHidden?: boolean
  value: T
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  /** Beside each other where there is room. */
  isRow?: boolean
  isDisabled?: boolean
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, isLabelHidden, value, onChange, choices, isRow, isDisabled } = props
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as T)}
      orientation={isRow ? 'horizontal' : 'vertical'}
      {...(isDisabled && { isDisabled })}
      className={css.group!}
    >
      <Label className={isLabelHidden ? css.hidden! : css.label!}>{label}</Label>
      <div className={joinClasses(css.group, isRow && css.row)}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={css.choice!}>
            <span className={joinClasses(css.mark, css.round)} aria-hidden="true" />
            <span className={css.words}>
              <span>{choice.label}</span>
              {choice.description && <span className={css.description}>{choice.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}

import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Button, Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import fieldCss from './field.module.css'
import { joinClasses } from './joinClasses'
import css from './popover.module.css'

export interface Choice<T extends string> {
  id: T
  label: string
  description?: string
  icon?: ReactNode
}

export interface SelectProps<T extends string> {
  label: string
  isLabelHidden?: boolean
  value: T
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  isDisabled?: boolean
  className?: string
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden, value, onChange, choices, isDisabled, className } = props
  return (
    <AriaSelect
      value={value}
      onChange={(id) => onChange(id as T)}
      {...(isDisabled && { isDisabled })}
      className={joinClasses(fieldCss.field, className)}
    >
      <Label className={isLabelHidden ? fieldCss.hidden! : fieldCss.label!}>{label}</Label>
      <Button className={css.value!}>
        <SelectValue className={css.chosen!} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={css.popover!}>
        <ListBox className={css.menu!}>
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className={css.item!}>
              {({ isSelected }) => (
                <>
                  {choice.icon}
                  <span className={css.words}>
                    <Text slot="label">{choice.label}</Text>
                    {choice.description && (
                      <Text slot="description" className={css.description!}>
                        {choice.description}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check className={css.tick} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

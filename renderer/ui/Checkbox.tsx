import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import css from './choice.module.css'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  description?: string
  children: ReactNode
}

export function Checkbox({ description, children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={css.choice!}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css.mark} aria-hidden="true">
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          <span className={css.words}>
            <span>{children}</span>
            {description && <span className={css.description}>{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

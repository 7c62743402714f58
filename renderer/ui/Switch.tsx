import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'
import css from './choice.module.css'

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  description?: string
  children: ReactNode
}

/** On or off, with effect at once. */
export function Switch({ description, children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={css.choice!}>
      <span className={css.track} aria-hidden="true">
        <span className={css.thumb} />
      </span>
      <span className={css.words}>
        <span>{children}</span>
        {description && <span className={css.description}>{description}</span>}
      </span>
    </AriaSwitch>
  )
}

import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { joinClasses } from './joinClasses'
import { Spinner } from './Spinner'
import css from './button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one main action of a screen. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
  icon?: ReactNode
  /** As wide as its place. */
  isWide?: boolean
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
  /** A class for its place in a layout; never for its look. */
  className?: string
}

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  isWide,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={joinClasses(css.button, css[variant], css[size], isWide && css.wide, className)}
    >
      {rest.isPending ? <Spinner /> : icon}
      {children}
    </AriaButton>
  )
}

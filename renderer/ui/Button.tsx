import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { joinClasses } from './joinClasses'
import { Spinner } from './Spinner'
import css from './button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  /** `primary`: the one main action of a screen. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
  icon?: ReactNode
  /** What it began is going on: it turns, and a press does nothing. */
  isPending?: boolean
  /** As wide as its place. */
  isWide?: boolean
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
  /** A class for its place in a layout; never for its look. */
  className?: string
}

// React Aria's own pending state leaves an announcement behind that names a button which may be gone.
const idle = { type: 'button', onPress: undefined } as const

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  isPending,
  isWide,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(isPending && idle)}
      className={joinClasses(css.button, css[variant], css[size], isWide && css.wide, className)}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </AriaButton>
  )
}

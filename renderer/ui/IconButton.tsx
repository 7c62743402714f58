import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { joinClasses } from './joinClasses'
import { Tooltip } from './Tooltip'
import css from './button.module.css'

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** What it does: its name for screen readers, and its tooltip. */
  label: string
  icon: ReactNode
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
  /** Shown after the label in the tooltip. */
  keys?: string
  /** Makes it a button that stays in when pressed. */
  isSelected?: boolean
  onChange?: (isSelected: boolean) => void
  ref?: Ref<HTMLButtonElement>
  className?: string
}

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size = 'normal',
  keys,
  isSelected,
  onChange,
  className,
  ...rest
}: IconButtonProps) {
  const classes = joinClasses(css.button, css[variant], css[size], css.icon, className)
  return (
    <Tooltip text={keys ? `${label} (${keys})` : label}>
      {isSelected === undefined ? (
        <AriaButton {...rest} aria-label={label} className={classes}>
          {icon}
        </AriaButton>
      ) : (
        <ToggleButton
          {...(rest.isDisabled !== undefined && { isDisabled: rest.isDisabled })}
          {...(rest.id !== undefined && { id: rest.id })}
          aria-label={label}
          isSelected={isSelected}
          {...(onChange && { onChange })}
          className={classes}
        >
          {icon}
        </ToggleButton>
      )}
    </Tooltip>
  )
}

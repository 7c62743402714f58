import type { ComponentProps, ReactNode } from 'react'
import buttonCss from '../../ui/button.module.css'
import { joinClasses } from '../../ui/joinClasses'
import css from './quietButton.module.css'

interface QuietButtonProps extends ComponentProps<'button'> {
  icon: ReactNode
}

/** A small button without machinery of its own, for lists that have hundreds of them. */
export function QuietButton({ icon, children, className, ...rest }: QuietButtonProps) {
  const isIconAlone = children === undefined
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(
        buttonCss.button,
        buttonCss.small,
        isIconAlone && buttonCss.icon,
        css.quiet,
        className,
      )}
    >
      {icon}
      {children}
    </button>
  )
}

import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import css from './tooltip.module.css'

/** Words that appear beside a control on hover or focus. They never carry what is said nowhere else. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className={css.tooltip!} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

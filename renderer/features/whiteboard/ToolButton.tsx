import type { ReactElement } from 'react'
import { Button } from 'react-aria-components/Button'
import { joinClasses } from '../../ui/joinClasses'
import { partsOf } from '../../ui/shortcuts'
import { Tooltip } from '../../ui/Tooltip'
import css from './chrome.module.css'

export interface ToolButtonProps {
  icon: ReactElement
  label: string
  keys?: string
  /** Shows the label below the icon. */
  hasWords: boolean
  isCurrent: boolean
  /** `byKeyboard` is true for a key or a screen reader's press, where no pointer will say where. */
  onPress?: (byKeyboard: boolean) => void
}

/** A tool in the bar: stays in while it is the one in hand. */
export function ToolButton({ icon, label, keys, hasWords, isCurrent, onPress }: ToolButtonProps) {
  return (
    <Tooltip text={keys ? `${label} (${partsOf(keys).join('+')})` : label}>
      <Button
        className={joinClasses(css.tool, isCurrent && css.current, hasWords && css.withWords)}
        aria-label={label}
        aria-pressed={isCurrent}
        {...(onPress && {
          onPress: ({ pointerType }) => onPress(pointerType === 'keyboard' || pointerType === 'virtual'),
        })}
      >
        {icon}
        {hasWords && <span className={css.word}>{label}</span>}
      </Button>
    </Tooltip>
  )
}

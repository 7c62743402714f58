import type { ReactNode } from 'react'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import css from './popover.module.css'

export interface MenuAtProps {
  /** Where it opens; null keeps it closed. */
  at: HTMLElement | null
  onClose: () => void
  /** Its name for screen readers. */
  label: string
  /** MenuItems. */
  children: ReactNode
}

/** One menu for many places, such as the rows of a table: it opens beside the element that asked for it. */
export function MenuAt({ at, onClose, label, children }: MenuAtProps) {
  if (!at) return null
  return (
    <Popover
      triggerRef={{ current: at }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      className={css.popover!}
    >
      <AriaMenu className={css.menu!} aria-label={label} autoFocus="first" onClose={onClose}>
        {children}
      </AriaMenu>
    </Popover>
  )
}

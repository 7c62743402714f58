import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import css from './popover.module.css'
import subCss from './subMenu.module.css'

export interface SubMenuProps {
  /** The words of the item that opens it, and its name. */
  title: string
  icon?: ReactNode
  isDisabled?: boolean
  /** MenuItems. */
  children: ReactNode
}

/** A menu inside a menu. */
export function SubMenu({ title, icon, isDisabled, children }: SubMenuProps) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={title} className={css.item!} {...(isDisabled && { isDisabled })}>
        {icon}
        <span className={css.words}>
          <Text slot="label">{title}</Text>
        </span>
        <ChevronRight className={subCss.onward} aria-hidden="true" />
      </AriaMenuItem>
      <Popover className={css.popover!}>
        <AriaMenu className={css.menu!} aria-label={title}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Keyboard } from 'react-aria-components/Keyboard'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { joinClasses } from './joinClasses'
import css from './popover.module.css'

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** Its name for screen readers, where the button's own does not say it. */
  label?: string
  placement?: PopoverProps['placement']
  children: ReactNode
}

export function Menu({ trigger, label, placement, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover!} {...(placement && { placement })}>
        <AriaMenu className={css.menu!} {...(label && { 'aria-label': label })}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  children: string
  icon?: ReactNode
  /** A sentence below the words. */
  description?: string
  keys?: string
  isDisabled?: boolean
  isDanger?: boolean
  /** Shows a tick. */
  isChosen?: boolean
  onAction: () => void
}

export function MenuItem({
  children,
  icon,
  description,
  keys,
  isDisabled,
  isDanger,
  isChosen,
  onAction,
}: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={children}
      onAction={onAction}
      {...(isDisabled && { isDisabled })}
      className={joinClasses(css.item, isDanger && css.danger)}
    >
      {icon}
      <span className={css.words}>
        <Text slot="label">{children}</Text>
        {description && (
          <Text slot="description" className={css.description!}>
            {description}
          </Text>
        )}
      </span>
      {keys && <Keyboard className={css.keys!}>{keys}</Keyboard>}
      {isChosen && <Check className={css.tick} aria-hidden="true" />}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className={css.heading!}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export function MenuSeparator() {
  return <Separator className={css.separator!} />
}

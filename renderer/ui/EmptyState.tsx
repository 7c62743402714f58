import type { ReactNode } from 'react'
import css from './emptyState.module.css'

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What to do here, in a sentence. */
  text?: string
  /** True where this is all that the page holds: its title is the page's. */
  isWholePage?: boolean
  /** Buttons. */
  children?: ReactNode
}

/** What a place shows when there is nothing in it yet. */
export function EmptyState({ icon, title, text, isWholePage, children }: EmptyStateProps) {
  const Title = isWholePage ? 'h1' : 'h2'
  return (
    <div className={css.empty}>
      {icon && (
        <div className={css.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <Title className={css.title}>{title}</Title>
      {text && <p className={css.text}>{text}</p>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  )
}

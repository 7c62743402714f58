import type { ReactNode } from 'react'
import css from './emptyState.module.css'

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What to do here, in a sentence. */
  text?: string
  /** Buttons. */
  children?: ReactNode
}

/** What a place shows when there is nothing in it yet. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      {icon && (
        <div className={css.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <h2 className={css.title}>{title}</h2>
      {text && <p className={css.text}>{text}</p>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  )
}

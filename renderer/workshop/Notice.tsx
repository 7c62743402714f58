import type { ReactNode } from 'react'
import css from './notices.module.css'

/** One line above the page. */
export function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={css.notice}>
      {icon}
      <span className={css.words}>{children}</span>
    </div>
  )
}

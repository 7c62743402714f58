import type { ReactNode } from 'react'
import css from './plan.module.css'

/** A wide table in a narrow place: it scrolls, by keyboard too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className={css.scrollBox} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

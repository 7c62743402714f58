import css from './mark.module.css'

/** The mark of the app: two gables that share a wall. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={css.mark} aria-hidden="true">
      <path className={css.house} d="M2 14.5L10 7l8 7.5V28H2z" />
      <path className={css.other} d="M18 14.5L22.5 10L30 17v11H18z" />
      <path className={css.door} d="M8 28v-7h4v7z" />
    </svg>
  )
}

import css from './spinner.module.css'

/** Something is on its way. With `label` it says what; without one it decorates a text that does. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span className={css.spinner} {...(label && { role: 'status' })}>
      <span className={css.ring} aria-hidden="true" />
      {label}
    </span>
  )
}

import { joinClasses } from './joinClasses'
import { initialsOf } from './initials'
import css from './avatar.module.css'

export interface AvatarProps {
  name: string
  /** The colour that tells this person apart, as a ring. */
  color?: string
  size?: 'normal' | 'large'
  /** Its name for screen readers; leave out where the name stands beside it. */
  label?: string
}

/** A person's initials in a ring of their colour. */
export function Avatar({ name, color, size, label }: AvatarProps) {
  return (
    <span
      className={joinClasses(css.avatar, size === 'large' && css.large)}
      style={color ? { borderColor: color } : undefined}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {initialsOf(name)}
    </span>
  )
}

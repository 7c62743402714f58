import { Avatar } from '../ui/Avatar'
import { useText } from '../ui/language'
import { nameOf, type Here } from './whoIsHere'
import css from './avatarRow.module.css'

const shown = 4

/** The first few who are here, as overlapping rings. */
export function AvatarRow({ people }: { people: readonly Here[] }) {
  const t = useText('workshop')
  return (
    <span className={css.row} aria-hidden="true">
      {people.slice(0, shown).map((person) => (
        <Avatar key={person.memberId} name={nameOf(person, t)} color={person.color} />
      ))}
    </span>
  )
}

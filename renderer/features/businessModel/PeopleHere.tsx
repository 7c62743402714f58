import type { BlockKey } from '../../../shared/document/businessModel'
import { Avatar } from '../../ui/Avatar'
import { useText } from '../../ui/language'
import { usePeopleIn } from './canvasContext'
import css from './block.module.css'

/** Who else is in this block, as small portraits. */
export function PeopleHere({ block }: { block: BlockKey }) {
  const t = useText('businessModel')
  const people = usePeopleIn(block)
  const first = people[0]
  if (!first) return null
  const label =
    people.length === 1
      ? t('presence.here', { name: first.name })
      : t('presence.hereMany', { name: first.name, count: people.length - 1 })
  return (
    <span className={css.people} title={label}>
      <span className={css.forEars}>{label}</span>
      {people.slice(0, 3).map((who) => (
        <Avatar key={who.clientId} name={who.name} color={who.color} />
      ))}
      {people.length > 3 && <span className={css.morePeople}>+{people.length - 3}</span>}
    </span>
  )
}

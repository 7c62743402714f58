import { useText } from '../ui/language'
import type { Here } from './whoIsHere'
import css from './whoIsOnPage.module.css'

const shown = 3

/** A dot for each other person on the page, in their colour. */
export function WhoIsOnPage({ people, pageId }: { people: readonly Here[]; pageId: string }) {
  const t = useText('workshop')
  const there = people.filter((person) => person.pageId === pageId && !person.isSelf)
  if (there.length === 0) return null
  return (
    <span className={css.dots} role="img" aria-label={t('pages.there', { count: there.length })}>
      {there.slice(0, shown).map((person) => (
        <span key={person.memberId} className={css.dot} style={{ background: person.color }} />
      ))}
      {there.length > shown && <span className={css.more}>+{there.length - shown}</span>}
    </span>
  )
}

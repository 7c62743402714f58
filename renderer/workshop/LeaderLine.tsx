import { CornerDownRight } from 'lucide-react'
import type { Page } from '../../shared/document/control'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { nameOf } from './PeoplePanel'
import type { Here } from './whoIsHere'
import css from './leaderLine.module.css'

export interface LeaderLineProps {
  people: readonly Here[]
  pages: readonly Page[]
  /** The page that the room is on, or null. */
  leaderPageId: string | null
  currentId: string | null
  goTo: (pageId: string) => void
}

/** For guests: who leads, and the way to where they are. */
export function LeaderLine({ people, pages, leaderPageId, currentId, goTo }: LeaderLineProps) {
  const t = useText('workshop')
  const leader = people.find((person) => person.role === 'facilitator')
  const page = pages.find((each) => each.id === leaderPageId)
  const isElsewhere = page !== undefined && page.id !== currentId
  if (!leader && !isElsewhere) return <p className={css.line}>{t('leader.away')}</p>
  const name = leader ? nameOf(leader, t) : t('role.facilitator')
  return (
    <p className={css.line}>
      <span>{isElsewhere ? t('leader.isOn', { name, page: page.title }) : t('leader.leads', { name })}</span>
      {isElsewhere && (
        <Button size="small" icon={<CornerDownRight className={css.arrow} />} onPress={() => goTo(page.id)}>
          {t('leader.go')}
        </Button>
      )}
    </p>
  )
}

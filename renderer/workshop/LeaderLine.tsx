import { CornerDownRight } from 'lucide-react'
import type { Page } from '../../shared/document/control'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import type { Here } from './whoIsHere'
import css from './leaderLine.module.css'

export interface LeaderLineProps {
  people: readonly Here[]
  pages: readonly Page[]
  /** The page that the room is on, or null. */
  leaderPageId: string | null
  currentId: string | null
  goTo: (pageId: string) => void
  /** This person may only look. */
  isObserver: boolean
  /** False where the phone's bar has the way already. */
  hasButton: boolean
}

/** For guests: who leads, and the way to where they are. */
export function LeaderLine(props: LeaderLineProps) {
  const { people, pages, leaderPageId, currentId, goTo, isObserver, hasButton } = props
  const t = useText('workshop')
  const leader = people.find((person) => person.role === 'facilitator')
  const page = pages.find((each) => each.id === leaderPageId)
  const isElsewhere = page !== undefined && page.id !== currentId
  return (
    <section className={css.line} aria-label={t('leader.label')}>
      <span role="status">
        {isElsewhere
          ? leader?.name
            ? t('leader.isOn', { name: leader.name, page: page.title })
            : t('leader.someoneIsOn', { page: page.title })
          : leader
            ? leader.name
              ? t('leader.leads', { name: leader.name })
              : t('leader.someoneLeads')
            : t('leader.away')}
        {isObserver && ` ${t('leader.observer')}`}
      </span>
      {isElsewhere && hasButton && (
        <Button size="small" icon={<CornerDownRight className={css.arrow} />} onPress={() => goTo(page.id)}>
          {t('leader.go')}
        </Button>
      )}
    </section>
  )
}

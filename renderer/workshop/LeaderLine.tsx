import { CornerDownRight, Handshake } from 'lucide-react'
import type { Page } from '../../shared/document/control'
import type { Role } from '../../shared/relay/roles'
import type { Session } from '../document/session'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { usePersonActions } from './people/usePersonActions'
import { useTakeover } from './people/useTakeover'
import type { Here } from './whoIsHere'
import css from './leaderLine.module.css'

export interface LeaderLineProps {
  people: readonly Here[]
  pages: readonly Page[]
  /** The page that the room is on, or null. */
  leaderPageId: string | null
  currentId: string | null
  goTo: (pageId: string) => void
  session: Session
  /** Of this person. */
  role: Role
  /** False where the phone's bar has the way already. */
  hasButton: boolean
}

/** For guests: who leads, and the way to where they are. */
export function LeaderLine(props: LeaderLineProps) {
  const { people, pages, leaderPageId, currentId, goTo, session, role, hasButton } = props
  const t = useText('workshop')
  const words = useText('people')
  const leader = people.find((person) => person.role === 'facilitator')
  const mayTake = useTakeover(session, role === 'coFacilitator' && !leader)
  const actions = usePersonActions(session)
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
        {role === 'observer' && ` ${t('leader.observer')}`}
      </span>
      {isElsewhere && hasButton && (
        <Button size="small" icon={<CornerDownRight className={css.arrow} />} onPress={() => goTo(page.id)}>
          {t('leader.go')}
        </Button>
      )}
      {mayTake && (
        <Button size="small" icon={<Handshake />} onPress={() => actions.takeOver()}>
          {words('takeOver.button')}
        </Button>
      )}
    </section>
  )
}

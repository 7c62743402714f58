import { PencilOff } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { Page } from '../../shared/document/control'
import { leads, type Role } from '../../shared/relay/roles'
import type { Answer } from '../document/askRelay'
import { listMembers } from '../document/people'
import type { Session } from '../document/session'
import { useAsked } from '../document/useAsked'
import { Avatar } from '../ui/Avatar'
import { useText } from '../ui/language'
import { gatherPeople, type Person } from './people/gatherPeople'
import { OwnMenu } from './people/OwnMenu'
import { usePersonActions } from './people/usePersonActions'
import type { Waiting } from './people/useWaitingRoom'
import { nameOf, type Here } from './whoIsHere'
import css from './peoplePanel.module.css'

const PersonMenu = lazy(() => import('./people/PersonMenu'))
const WaitingList = lazy(() => import('./people/WaitingList'))

export interface PeoplePanelProps {
  session: Session
  /** Of who looks. */
  role: Role
  people: readonly Here[]
  pages: readonly Page[]
  waiting: Waiting
  takeLead: (() => Promise<Answer<null>>) | null
}

/** Who is here; for those who lead also who waits and who is away, and what can be done with each. */
export default function PeoplePanel({
  session,
  role,
  people: here,
  pages,
  waiting,
  takeLead,
}: PeoplePanelProps) {
  const t = useText('workshop')
  const words = useText('people')
  const { value: members } = useAsked(session, 'members', leads(role) ? listMembers : null)
  const actions = usePersonActions(session)
  const people = gatherPeople(here, members)
  const present = people.filter(({ isHere }) => isHere)
  const away = people.filter(({ isHere }) => !isHere)
  const row = (person: Person) => {
    const name = nameOf(person, t)
    const page = person.isSelf ? undefined : pages.find((each) => each.id === person.pageId)
    return (
      <li key={person.memberId} className={css.person} data-away={person.isHere ? undefined : ''}>
        <Avatar name={name} color={person.color} size="large" />
        <span className={css.words}>
          <span className={css.name} dir="auto">
            {name}
            {person.isSelf && <span className={css.you}> {t('people.you')}</span>}
          </span>
          <span className={css.about}>
            {t(`role.${person.role}`)}
            {page && (
              <>
                {' · '}
                <bdi>{page.title}</bdi>
              </>
            )}
          </span>
          {person.isMuted && (
            <span className={css.muted}>
              <PencilOff size={14} aria-hidden="true" />
              {words('muted')}
            </span>
          )}
        </span>
        {person.isSelf ? (
          <OwnMenu person={person} actions={actions} takeLead={takeLead} />
        ) : (
          leads(role) && (
            <Suspense fallback={null}>
              <PersonMenu person={person} name={name} role={role} actions={actions} />
            </Suspense>
          )
        )}
      </li>
    )
  }
  return (
    <div className={css.panel}>
      {waiting.people.length > 0 && (
        <Suspense fallback={null}>
          <WaitingList waiting={waiting} />
        </Suspense>
      )}
      <ul className={css.people} aria-label={t('people.title')}>
        {present.map(row)}
      </ul>
      {people.length === 1 && <p className={css.alone}>{t('people.alone')}</p>}
      {away.length > 0 && (
        <>
          <h3 className={css.heading}>{words('away', { count: away.length })}</h3>
          <ul className={css.people} aria-label={words('awayList')}>
            {away.map(row)}
          </ul>
        </>
      )}
    </div>
  )
}

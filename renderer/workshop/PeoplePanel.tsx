import type { Page } from '../../shared/document/control'
import { Avatar } from '../ui/Avatar'
import { useText } from '../ui/language'
import type { Here } from './whoIsHere'
import css from './peoplePanel.module.css'

export interface PeoplePanelProps {
  people: readonly Here[]
  pages: readonly Page[]
}

export function PeoplePanel({ people, pages }: PeoplePanelProps) {
  const t = useText('workshop')
  return (
    <div className={css.panel}>
      <ul className={css.people} aria-label={t('people.title')}>
        {people.map((person) => {
          const page = pages.find((each) => each.id === person.pageId)
          return (
            <li key={person.memberId} className={css.person}>
              <Avatar name={nameOf(person, t)} color={person.color} size="large" />
              <span className={css.words}>
                <span className={css.name} dir="auto">
                  {nameOf(person, t)}
                  {person.isSelf && <span className={css.you}> {t('people.you')}</span>}
                </span>
                <span className={css.about}>
                  {t(`role.${person.role}`)}
                  {page && !person.isSelf && (
                    <>
                      {' · '}
                      <bdi>{page.title}</bdi>
                    </>
                  )}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {people.length === 1 && <p className={css.alone}>{t('people.alone')}</p>}
    </div>
  )
}

/** The person's name, or what they are where they have none. */
export function nameOf(person: Pick<Here, 'name' | 'role'>, t: (key: string) => string): string {
  return person.name || t(`role.${person.role}`)
}

import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SessionSummary } from '../../../shared/relay/library'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import { PageIcon } from '../../ui/PageIcon'
import { SessionPreview } from './SessionPreview'
import css from './sessionCard.module.css'

export interface SessionCardProps {
  session: SessionSummary
  /** The address that opens it; null in the bin, where it must be put back first. */
  href: string | null
  /** Its menu. */
  menu: ReactNode
}

const namedPages = 4
const namedPeople = 3

/** What a canvas of rows or elements counts; the others count notes. */
const counted: Readonly<Record<string, 'elements' | 'rows'>> = {
  impactChain: 'elements',
  financingPlan: 'rows',
}

export function SessionCard({ session, href, menu }: SessionCardProps) {
  const t = useText('home')
  const format = useFormat()
  const titleId = `title-${session.sessionId}`
  const when =
    session.deletedAt === null
      ? t('card.changed', { when: format.ago(session.changedAt) })
      : t('card.deleted', { when: format.ago(session.deletedAt) })
  const more = session.people.length - namedPeople
  const people = session.people.slice(0, namedPeople)
  // The line that says how many more there are could as well name one.
  const shown = session.pages.length > namedPages ? namedPages - 1 : namedPages
  return (
    <li className={css.card} data-session={session.sessionId}>
      <div className={css.picture}>
        <SessionPreview boxes={session.preview} />
        {session.isDemo && <span className={css.badge}>{t('card.demo')}</span>}
      </div>
      <div className={css.words}>
        <h2 className={css.title} id={titleId}>
          {href === null ? (
            <bdi>{session.title || t('untitled')}</bdi>
          ) : (
            <a href={href} dir="auto">
              {session.title || t('untitled')}
            </a>
          )}
        </h2>
        <p className={css.when}>{when}</p>
        <ul className={css.pages} aria-label={t('card.pages')}>
          {session.pages.slice(0, shown).map((page) => (
            <li key={page.pageId} className={css.page}>
              <PageIcon kind={page.kind} size={18} />
              <span className={css.pageTitle} dir="auto">
                {page.title}
              </span>
              {page.count > 0 && (
                <span className={css.count}>
                  {t(`card.count.${counted[page.kind] ?? 'notes'}`, { count: page.count })}
                </span>
              )}
            </li>
          ))}
          {session.pages.length > shown && (
            <li className={css.more}>{t('card.morePages', { count: session.pages.length - shown })}</li>
          )}
          {session.pages.length === 0 && <li className={css.more}>{t('card.noPages')}</li>}
        </ul>
        {people.length > 0 && (
          <p className={css.people}>
            <Users size={18} aria-hidden="true" />
            <span dir="auto">
              {more > 0
                ? t('card.peopleAndMore', { people: people.join(', '), count: more })
                : format.list(people)}
            </span>
          </p>
        )}
      </div>
      <div className={css.menu}>{menu}</div>
    </li>
  )
}

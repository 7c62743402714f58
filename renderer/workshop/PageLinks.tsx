import type { Page } from '../../shared/document/control'
import { Button } from 'react-aria-components/Button'
import { useText } from '../ui/language'
import { PageIcon } from '../ui/PageIcon'
import { LockMark } from './LockMark'
import type { LockActions } from './useLockActions'
import { WhoIsOnPage } from './WhoIsOnPage'
import type { Here } from './whoIsHere'
import css from './pageList.module.css'

export interface PageLinksProps {
  pages: readonly Page[]
  currentId: string | null
  people: readonly Here[]
  goTo: (pageId: string) => void
  locks: LockActions
}

/** The pages, for those who don't change the list. */
export function PageLinks({ pages, currentId, people, goTo, locks }: PageLinksProps) {
  const t = useText('workshop')
  return (
    <ul className={css.list} aria-label={t('pages.title')}>
      {pages.map((page) => (
        <li key={page.id}>
          <Button
            className={css.row!}
            onPress={() => goTo(page.id)}
            {...(page.id === currentId && { 'aria-current': 'page' as const })}
          >
            <PageIcon kind={page.kind} />
            <span className={css.title} dir="auto">
              {page.title}
            </span>
            <LockMark isLocked={locks.isLocked(page.id)} />
            <WhoIsOnPage people={people} pageId={page.id} />
          </Button>
        </li>
      ))}
    </ul>
  )
}

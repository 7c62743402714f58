// The page that finds out why it does not work: fetched early, shown when asked for.
import { lazy } from 'react'
import { fetchTexts, useText } from '../ui/language'
import css from './join.module.css'

/** After `#`; short enough to be told to somebody: "type the address and then /#/check". */
export const checkPath = '/check'

const load = async () => {
  const [page] = await Promise.all([import('../features/networkCheck/NetworkCheck'), fetchTexts('check')])
  return page
}

/** Begins to fetch it. A failure shows when the page is wanted. */
export function fetchCheck(): void {
  load().catch(() => {})
}

/** When not even this page can be fetched, that is the finding. */
export const LazyCheck = lazy(() => load().catch(() => ({ default: NotFetched })))

function NotFetched() {
  const t = useText('guest')
  return (
    <main className={css.place}>
      <p role="alert" className={css.problem}>
        {t('checkNotFetched')}
      </p>
    </main>
  )
}

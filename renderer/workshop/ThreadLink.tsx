import { Waypoints } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../ui/language'
import { threadPlace } from './threadPlace'
import css from './pageList.module.css'

/** At the foot of the pages: the way to see how they hang together. */
export function ThreadLink({ isShown, goTo }: { isShown: boolean; goTo: (pageId: string) => void }) {
  const t = useText('thread')
  return (
    <div className={css.thread}>
      <Button
        className={css.row!}
        onPress={() => goTo(threadPlace)}
        {...(isShown && { 'aria-current': 'page' as const })}
      >
        <Waypoints size={20} aria-hidden="true" />
        <span className={css.title}>{t('open')}</span>
      </Button>
    </div>
  )
}

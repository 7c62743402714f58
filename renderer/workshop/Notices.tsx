import { CalendarX2, CirclePause, CloudOff, Eye, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaveState } from '../document/session'
import { Button } from '../ui/Button'
import { useFormat } from '../ui/format'
import { useText } from '../ui/language'
import { Notice } from './Notice'
import css from './notices.module.css'

export interface NoticesProps {
  state: SaveState
  /** The document is newer than this program. */
  isNewer: boolean
  /** When the workshop is deleted if nobody changes anything. */
  endsAt: number | null
  /** Loads the page anew, after what made the relay refuse it was put away. */
  reload: () => void
  /** More of them. */
  children?: ReactNode
}

/** Lines above the page, only while something is not as usual. */
export function Notices({ state, isNewer, endsAt, reload, children }: NoticesProps) {
  const t = useText('workshop')
  const format = useFormat()
  return (
    <div role="status" className={css.notices}>
      {state.kind === 'offline' && (
        <Notice icon={<CloudOff />}>
          {state.isDiskFull
            ? t('offline.diskFull')
            : state.waiting > 0
              ? t('offline.waiting', { count: state.waiting })
              : t('offline.nothing')}
        </Notice>
      )}
      {state.kind === 'held' && <Notice icon={<CirclePause />}>{t('held', { count: state.waiting })}</Notice>}
      {state.kind === 'refused' && (
        <Notice icon={<TriangleAlert />}>
          {t(`refused.${state.name}`)}
          <Button size="small" onPress={reload}>
            {t('refused.reload')}
          </Button>
        </Notice>
      )}
      {endsAt !== null && <Notice icon={<CalendarX2 />}>{t('ending', { day: format.day(endsAt) })}</Notice>}
      {isNewer && <Notice icon={<Eye />}>{t('newer')}</Notice>}
      {children}
    </div>
  )
}

import { CalendarX2, CloudOff, Eye, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaveState } from '../document/session'
import { Button } from '../ui/Button'
import { useFormat } from '../ui/format'
import { useText } from '../ui/language'
import css from './notices.module.css'

export interface NoticesProps {
  state: SaveState
  /** The document is newer than this program. */
  isNewer: boolean
  /** When the workshop is deleted if nobody changes anything. */
  endsAt: number | null
}

/** Lines above the page, only while something is not as usual. */
export function Notices({ state, isNewer, endsAt }: NoticesProps) {
  const t = useText('workshop')
  const format = useFormat()
  return (
    <div role="status" className={css.notices}>
      {state.kind === 'offline' && (
        <Notice icon={<CloudOff />}>
          {state.waiting > 0 ? t('offline.waiting', { count: state.waiting }) : t('offline.nothing')}
        </Notice>
      )}
      {state.kind === 'refused' && (
        <Notice icon={<TriangleAlert />}>
          {t(`refused.${state.name}`)}
          <Button size="small" onPress={() => location.reload()}>
            {t('refused.reload')}
          </Button>
        </Notice>
      )}
      {endsAt !== null && <Notice icon={<CalendarX2 />}>{t('ending', { day: format.day(endsAt) })}</Notice>}
      {isNewer && <Notice icon={<Eye />}>{t('newer')}</Notice>}
    </div>
  )
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={css.notice}>
      {icon}
      <span className={css.words}>{children}</span>
    </div>
  )
}

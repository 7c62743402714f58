import { Lock, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useRights } from '../../document/hooks'
import type { Room } from '../../document/session'
import { useText } from '../../ui/language'
import type { BoardBinding } from './bindBoard'
import css from './chrome.module.css'

/** Why one may only look, and what of the board can't be shown. */
export function BoardNotices({ room, binding }: { room: Room; binding: BoardBinding }) {
  const t = useText('whiteboard')
  const rights = useRights(room)
  const bad = useSyncExternalStore(binding.subscribe, binding.bad)
  const why = binding.isNewer ? 'newer' : rights.canWrite ? null : (rights.reason ?? 'role')
  return (
    <div className={css.notices} role="status">
      {why && (
        <p className={css.notice}>
          <Lock aria-hidden="true" />
          {t(`readOnly.${why}`)}
        </p>
      )}
      {bad.length > 0 && (
        <p className={css.notice}>
          <TriangleAlert aria-hidden="true" />
          {t('bad', { count: bad.length })}
        </p>
      )}
    </div>
  )
}

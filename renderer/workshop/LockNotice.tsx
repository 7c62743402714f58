import { CirclePause, Lock } from 'lucide-react'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Notice } from './Notice'
import type { LockActions } from './useLockActions'

export interface LockNoticeProps {
  locks: LockActions
  pageId: string | null
  leads: boolean
}

/** What is stopped just now, and for who leads the way to let it go on. On a page, others are told by the page. */
export function LockNotice({ locks, pageId, leads }: LockNoticeProps) {
  const t = useText('people')
  if (locks.isPaused && (leads || pageId === null))
    return (
      <Notice icon={<CirclePause />}>
        {t(leads ? 'pause.isOn' : 'pause.isOnForOthers')}
        {leads && (
          <Button size="small" onPress={() => locks.pause(false)}>
            {t('pause.end')}
          </Button>
        )}
      </Notice>
    )
  if (leads && pageId !== null && locks.isLocked(pageId))
    return (
      <Notice icon={<Lock />}>
        {t('lock.isOn')}
        <Button size="small" onPress={() => locks.lock(pageId, false)}>
          {t('lock.end')}
        </Button>
      </Notice>
    )
  return null
}

import { useMemo } from 'react'
import type { Answer } from '../document/askRelay'
import { useLocks } from '../document/locks'
import type { Session } from '../document/session'
import { useText } from '../ui/language'
import { toast } from '../ui/toast'

export interface LockActions {
  isPaused: boolean
  isLocked(pageId: string): boolean
  pause(isPaused: boolean): void
  lock(pageId: string, isLocked: boolean): void
}

/** What is locked, and how who leads changes it. */
export function useLockActions(session: Session): LockActions {
  const ui = useText('ui')
  const locks = useLocks(session)
  return useMemo(() => {
    const told = async (asking: Promise<Answer<null>>) => {
      const answer = await asking
      if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
    }
    return {
      isPaused: locks.isPaused,
      isLocked: locks.isLocked,
      pause: (isPaused) => void told(locks.set(null, isPaused)),
      lock: (pageId, isLocked) => void told(locks.set(pageId, isLocked)),
    }
  }, [locks, ui])
}

// What is locked for participants: pages one by one, or everything at once (a pause).
import { useMemo } from 'react'
import { lockedRooms } from '../../shared/relay/api'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import { ask, type Answer } from './askRelay'
import { addressOf } from './people'
import type { Session } from './session'
import { useAsked } from './useAsked'

export interface Locks {
  isPaused: boolean
  isLocked(pageId: string): boolean
  /** Locks a page or, with null, pauses everything. */
  set(pageId: string | null, isLocked: boolean): Promise<Answer<null>>
}

async function readLocks(session: Session): Promise<Answer<readonly string[]>> {
  const answer = await ask(addressOf(session, 'locks'), lockedRooms, { bearer: session.relay.token })
  return answer.ok ? { ok: true, value: answer.value.locked } : answer
}

async function setLock(
  session: Session,
  room: RoomName | 'all',
  locked: boolean,
): Promise<Answer<readonly string[]>> {
  const answer = await ask(addressOf(session, 'locks'), lockedRooms, {
    method: 'PUT',
    bearer: session.relay.token,
    body: { room, locked },
  })
  return answer.ok ? { ok: true, value: answer.value.locked } : answer
}

export function useLocks(session: Session): Locks {
  const { value, take } = useAsked(session, 'locks', readLocks)
  return useMemo(
    () => ({
      isPaused: value?.includes('all') ?? false,
      isLocked: (pageId) => value?.includes(roomOfPage(pageId)) ?? false,
      async set(pageId, isLocked) {
        const answer = await setLock(session, pageId === null ? 'all' : roomOfPage(pageId), isLocked)
        if (!answer.ok) return answer
        take(answer)
        return { ok: true, value: null }
      },
    }),
    [session, value, take],
  )
}

import { useEffect, useState } from 'react'
import type { Member } from '../../../shared/relay/api'
import type { Session } from '../../document/session'
import { listMembers } from './doorClient'

const everyMs = 2000

/** Everyone who has joined, asked again every other second while it is shown. */
export function useMembers(session: Session): readonly Member[] {
  const [members, setMembers] = useState<readonly Member[]>([])
  useEffect(() => {
    let isShown = true
    const read = async () => {
      const answer = await listMembers(session)
      if (isShown && answer.ok) setMembers(answer.value)
    }
    void read()
    const timer = setInterval(() => void read(), everyMs)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [session])
  return members
}

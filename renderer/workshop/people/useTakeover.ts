import { useEffect, useState } from 'react'
import { askTakeover } from '../../document/people'
import type { Session } from '../../document/session'

/** Asked again at least so often (ms), as who leads may come back. */
const mostMs = 60_000

/** Whether a co-facilitator may take over just now. Nothing is asked while `isNeeded` is false. */
export function useTakeover(session: Session, isNeeded: boolean): boolean {
  const [mayTake, setMayTake] = useState(false)
  useEffect(() => {
    if (!isNeeded) return
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await askTakeover(session)
      if (!isHere) return
      const waitMs = answer.ok ? answer.value : mostMs
      setMayTake(waitMs === 0)
      timer = setTimeout(() => void look(), Math.min(mostMs, waitMs || mostMs))
    }
    void look()
    return () => {
      isHere = false
      clearTimeout(timer)
      setMayTake(false)
    }
  }, [session, isNeeded])
  return mayTake
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import type { Answer, AskProblem } from '../../document/askRelay'
import type { Session } from '../../document/session'
import { closeDoor, openDoor, readDoor } from './doorClient'

export interface DoorState {
  /** Undefined until it is known, null while it is closed. */
  door: Door | null | undefined
  isBusy: boolean
  problem: AskProblem | null
  open(): void
  close(): void
  /** Asks again how guests come in. */
  refresh(): void
}

/** The workshop's door, and the two things one can do with it. */
export function useDoor(session: Session): DoorState {
  const [door, setDoor] = useState<Door | null>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskProblem | null>(null)

  const show = useCallback((answer: Answer<Door | null>) => {
    if (answer.ok) setDoor(answer.value)
    setProblem(answer.ok ? null : answer.kind)
  }, [])
  const run = useCallback(
    async (asking: Promise<Answer<Door | null>>) => {
      setBusy(true)
      const answer = await asking
      setBusy(false)
      show(answer)
    },
    [show],
  )

  const refresh = useCallback(() => void readDoor(session).then(show), [show, session])
  useEffect(refresh, [refresh])
  // Another who leads may open or close it, and the relay may give it a new code when somebody tries to guess it.
  useEffect(() => session.watch('door', refresh), [session, refresh])

  return useMemo(
    () => ({
      door,
      isBusy,
      problem,
      open: () => void run(openDoor(session)),
      close: () =>
        void run(closeDoor(session).then((answer) => (answer.ok ? { ok: true, value: null } : answer))),
      refresh,
    }),
    [door, isBusy, problem, refresh, run, session],
  )
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { OnlineProblem, OnlineSession } from '../../../shared/relay/online'
import type { OnlineAnswer, OnlineClient } from './onlineClient'

const everyMs = 1500

export interface Online {
  /** Undefined until it is known, null while the session is not shared online. */
  shared: OnlineSession | null | undefined
  isBusy: boolean
  problem: OnlineProblem | null
  start(): void
  stop(): void
  setDoor(open: boolean): void
  switchWaiting(isOn: boolean): void
  /** Lets in or refuses those who came online. */
  settleWaiting(ids: readonly string[], how: 'admit' | 'refuse'): void
}

/** How the session stands online: asked again and again while it is shared. */
export function useOnline(client: OnlineClient | null, sessionId: string, name: () => string): Online {
  const [shared, setShared] = useState<OnlineSession | null>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<OnlineProblem | null>(null)
  const isShared = Boolean(shared)

  useEffect(() => {
    if (!client) return
    let isHere = true
    const look = async () => {
      const answer = await client.read(sessionId)
      if (isHere && answer.ok) setShared(answer.value)
    }
    void look()
    const timer = isShared ? setInterval(() => void look(), everyMs) : undefined
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [client, sessionId, isShared])

  const run = useCallback(
    async (asking: Promise<OnlineAnswer<unknown>> | undefined) => {
      if (!client || !asking) return
      setBusy(true)
      setProblem(null)
      const answer = await asking
      const now = await client.read(sessionId)
      setBusy(false)
      if (now.ok) setShared(now.value)
      setProblem(answer.ok ? null : answer.kind)
    },
    [client, sessionId],
  )
  const settleWaiting = useCallback(
    (ids: readonly string[], how: 'admit' | 'refuse') => void run(client?.settleWaiting(sessionId, ids, how)),
    [run, client, sessionId],
  )
  return useMemo(
    () => ({
      shared,
      isBusy,
      problem,
      start: () => void run(client?.start(sessionId, name())),
      stop: () => void run(client?.stop(sessionId)),
      setDoor: (open: boolean) => void run(client?.setDoor(sessionId, open)),
      switchWaiting: (isOn: boolean) => void run(client?.switchWaiting(sessionId, isOn)),
      settleWaiting,
    }),
    [shared, isBusy, problem, run, client, sessionId, name, settleWaiting],
  )
}

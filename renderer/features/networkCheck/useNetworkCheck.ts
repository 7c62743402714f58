import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome, Outcomes } from './outcomes'
import { tryBrowser, tryClock, tryLive, tryReach, trySpeed, tryStorage } from './tryNetwork'

export interface NetworkCheck {
  /** What is known so far; a check that is missing is under way or yet to come. */
  outcomes: Outcomes
  isRunning: boolean
  again(): void
}

/** Runs all checks at once, and again when asked. */
export function useNetworkCheck(relayUrl: string): NetworkCheck {
  const [outcomes, setOutcomes] = useState<Outcomes>({})
  const [isRunning, setRunning] = useState(true)
  const run = useRef(0)

  const again = useCallback(() => {
    const mine = ++run.current
    const isOver = () => mine !== run.current
    const note = (found: Outcomes) => {
      if (!isOver()) setOutcomes((known) => ({ ...known, ...found }))
    }
    setOutcomes({})
    setRunning(true)
    void (async () => {
      note({ browser: tryBrowser(), storage: await tryStorage() })
      const reach = await tryReach(relayUrl)
      note({ reach })
      const isThere = reach.kind === 'fine'
      const later: Outcome = { kind: 'notTried' }
      note({ live: isThere ? await tryLive(relayUrl) : later })
      note({ speed: isThere ? await trySpeed(relayUrl) : later })
      note({ clock: isThere ? await tryClock(relayUrl) : later })
      if (!isOver()) setRunning(false)
    })()
  }, [relayUrl])

  const stop = useCallback(() => void run.current++, [])
  useEffect(() => {
    again()
    return stop
  }, [again, stop])
  return { outcomes, isRunning, again }
}

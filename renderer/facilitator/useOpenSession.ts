import { useCallback, useEffect, useState } from 'react'
import type { AskProblem } from '../document/askRelay'
import { connectSession, Refused } from '../document/connectSession'
import type { Session } from '../document/session'
import type { Library } from '../features/sessions/libraryClient'
import { readLeaderName } from './leaderName'

const lastSaveMs = 5000

export interface OpenSession {
  session: Session | null
  problem: AskProblem | null
  retry: () => void
}

/** Opens a workshop from the library, and leaves it when the place is left. */
export function useOpenSession(library: Library, relayUrl: string, sessionId: string): OpenSession {
  const [session, setSession] = useState<Session | null>(null)
  const [problem, setProblem] = useState<AskProblem | null>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isHere = true
    let opened: Session | null = null
    const open = async () => {
      const token = await library.open(sessionId, readLeaderName())
      if (!isHere) return
      if (!token.ok) {
        setProblem(token.kind)
        return
      }
      try {
        const connected = await connectSession({ sessionId, relayUrl, token: token.value, keepHere: false })
        if (!isHere) return void connected.leave()
        opened = connected
        setProblem(null)
        setSession(connected)
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused
        if (isHere) setProblem(refused.kind)
      }
    }
    void open()
    return () => {
      isHere = false
      setSession(null)
      if (opened) void leaveWhenSaved(opened)
    }
  }, [library, relayUrl, sessionId, tries])

  const retry = useCallback(() => {
    setProblem(null)
    setTries((count) => count + 1)
  }, [])
  return { session, problem, retry }
}

async function leaveWhenSaved(session: Session): Promise<void> {
  await session.whenSaved(lastSaveMs).catch(() => {})
  await session.leave()
}

import { useCallback, useEffect, useState } from 'react'
import type { SessionSummary } from '../../../shared/relay/library'
import type { Answer, AskProblem } from '../../document/askRelay'
import type { Library } from './libraryClient'

export interface Shelf {
  /** Most recently changed first; null until they are there. */
  sessions: readonly SessionSummary[] | null
  problem: AskProblem | null
  refresh: () => Promise<void>
}

/** What is in the library, read again whenever the window comes to the front. */
export function useLibrary(library: Library): Shelf {
  const [sessions, setSessions] = useState<readonly SessionSummary[] | null>(null)
  const [problem, setProblem] = useState<AskProblem | null>(null)

  const show = useCallback((answer: Answer<SessionSummary[]>) => {
    if (answer.ok) setSessions(answer.value.toSorted((a, b) => b.changedAt - a.changedAt))
    setProblem(answer.ok ? null : answer.kind)
  }, [])
  const refresh = useCallback(async () => show(await library.list()), [library, show])

  useEffect(() => {
    void library.list().then(show)
    const onFocus = () => void refresh()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [library, show, refresh])

  useEffect(() => {
    if (!problem) return
    const again = setInterval(() => void refresh(), 2000)
    return () => clearInterval(again)
  }, [problem, refresh])

  return { sessions, problem, refresh }
}

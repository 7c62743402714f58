// What the relay answers about a session, asked anew whenever the relay says that it changed.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SessionTopic } from '../../shared/relay/messages'
import type { Answer, AskProblem } from './askRelay'
import type { Session } from './session'

export interface Asked<T> {
  /** Null until the first answer, and while nothing is asked. */
  value: T | null
  problem: AskProblem | null
  /** Takes an answer that is newer, such as that of a change. */
  take(answer: Answer<T>): void
}

/** @param ask must stay the same function; null asks nothing. */
export function useAsked<T>(
  session: Session,
  topic: SessionTopic,
  ask: ((session: Session) => Promise<Answer<T>>) | null,
): Asked<T> {
  const [value, setValue] = useState<T | null>(null)
  const [problem, setProblem] = useState<AskProblem | null>(null)
  /** Counts answers that were taken and questions that were asked: an older answer says nothing. */
  const latest = useRef(0)

  const take = useCallback((answer: Answer<T>) => {
    latest.current++
    if (answer.ok) setValue(answer.value)
    setProblem(answer.ok ? null : answer.kind)
  }, [])

  useEffect(() => {
    if (!ask) return
    let isHere = true
    const read = async () => {
      const mine = ++latest.current
      const answer = await ask(session)
      if (isHere && mine === latest.current) take(answer)
    }
    void read()
    const stop = session.watch(topic, () => void read())
    return () => {
      isHere = false
      stop()
      setValue(null)
    }
  }, [session, topic, ask, take])

  return { value, problem, take }
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import type { DoorwayChange, DoorwayStatus } from '../../../shared/relay/doorway'
import type { AskProblem } from '../../document/askRelay'
import { changeDoorway, readDoorway } from './doorwayClient'

const everyMs = 2000

export interface DoorwayState {
  /** Null until it is known, and where the relay is none of this computer's. */
  status: DoorwayStatus | null
  isBusy: boolean
  problem: AskProblem | null
  change(wanted: DoorwayChange): void
}

/**
 * How the room reaches this computer, looked at while it is shown. `refresh` is called when the door shows addresses
 * that are no longer those of this computer.
 */
export function useDoorway(door: Door, refresh: () => void): DoorwayState {
  const [status, setStatus] = useState<DoorwayStatus | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskProblem | null>(null)
  /** What was asked before a change is of no interest after it. */
  const changes = useRef(0)
  const isChanging = useRef(false)

  useEffect(() => {
    let isShown = true
    const look = async () => {
      if (isChanging.current) return
      const before = changes.current
      const answer = await readDoorway()
      if (isShown && before === changes.current && answer.ok) setStatus(answer.value)
    }
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [])

  const change = useCallback(async (wanted: DoorwayChange) => {
    if (isChanging.current) return
    isChanging.current = true
    changes.current++
    setBusy(true)
    const answer = await changeDoorway(wanted)
    isChanging.current = false
    setBusy(false)
    if (answer.ok) setStatus(answer.value)
    setProblem(answer.ok ? null : answer.kind)
  }, [])

  const shown = door.addresses.map((each) => each.shortUrl).join(' ')
  const now = status?.addresses.map((each) => each.url).join(' ') ?? ''
  useEffect(() => {
    if (now !== '' && now !== shown) refresh()
  }, [now, shown, refresh])

  return useMemo(
    () => ({ status, isBusy, problem, change: (wanted) => void change(wanted) }),
    [status, isBusy, problem, change],
  )
}

// Several relays may accept different content for the same clocks of a client in the same moment, before they hear of
// each other: from somebody who sends by hand. Then the log decides, where one of the two comes first; a relay that took
// the other one finds it out here.
import type { Logger } from 'pino'
import type { Merger } from './merger'
import type { Storage } from './storage'
import type { RoomName } from '../shared/relay/roles'

/** The room is compared when nobody has written in it for so long (ms): only then log and relay must be equal. */
const restMs = 1000
/** Comparing costs as much as loading the room: once in so long (ms) at most. */
const notBefore = 5000

export interface CompareNeeds {
  sessionId: string
  room: RoomName
  storage: Storage
  merger: Merger
  log: Logger
  /** Number of the last accepted update. */
  head(): number
  /** Everything that this relay holds is in the log. */
  isLogged(): boolean
  whole(): Promise<Uint8Array>
  /** What this relay holds is not what the log says. */
  differs(): void
}

export interface Comparison {
  /** What another relay accepted overlaps with what is here. */
  suspect(): void
  stop(): void
}

export function compareWithLog(needs: CompareNeeds): Comparison {
  const { sessionId, room, storage, merger, log } = needs
  let timer: ReturnType<typeof setTimeout> | undefined
  let comparedAt = -Infinity
  let isStopped = false

  const wait = () => {
    if (timer || isStopped) return
    const head = needs.head()
    const ms = Math.max(restMs, comparedAt + notBefore - performance.now())
    timer = setTimeout(() => void look(head), ms).unref()
  }
  const look = async (head: number) => {
    const isAtRest = () => needs.head() === head && needs.isLogged()
    try {
      if (isAtRest() && (await isAsLogged(isAtRest)) !== undefined) return
    } catch (error) {
      log.warn({ sessionId, room, reason: String(error) }, 'could not be compared with the log')
    }
    timer = undefined
    wait()
  }
  /** Undefined when somebody wrote meanwhile. */
  const isAsLogged = async (isAtRest: () => boolean): Promise<boolean | undefined> => {
    comparedAt = performance.now()
    const stored = await storage.openLog(sessionId, room)
    stored.close()
    const logged = stored.entries.map(({ update }) => update)
    if (stored.snapshot) logged.unshift(stored.snapshot.content)
    const isSame = await merger.run('compare', [await needs.whole()], logged)
    if (isStopped) return true
    if (!isAtRest()) return undefined
    timer = undefined
    if (!isSame) {
      log.warn(
        { sessionId, room },
        'two relays took different content for the same clocks; loaded anew from the log',
      )
      needs.differs()
    }
    return isSame
  }

  return {
    suspect: wait,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

// Changes about sessions, heard by every relay.
import type { Change, Changes } from '../changes'
import type { Neighbourhood } from './neighbourhood'

/** So many are kept for the time when Redis is back; with more, all relays read anew what they keep. */
const mostUntold = 1000

/** When what was missed cannot be read anew, as Postgres is away, it is tried again so much later (ms). */
const again = 2000

/**
 * @param here tells those who listen in this relay.
 * @param forget what was read of a session's members, or of everybody's.
 */
export function shareChanges(
  here: Changes,
  neighbourhood: Neighbourhood,
  forget: (sessionId?: string) => void,
): Changes {
  let untold: Change[] = []
  const heard = ({ kind, sessionId }: Change) => {
    if (kind === 'member' || kind === 'removed' || kind === 'deleted') forget(sessionId)
  }

  neighbourhood.listen({
    changed(change) {
      heard(change)
      void here.tell(change)
    },
    missed() {
      const late = untold
      untold = []
      for (const change of late) void tellOthers(change)
      void readAnew()
    },
  })
  const readAnew = async () => {
    forget()
    if (!(await here.missed())) setTimeout(() => void readAnew(), again).unref()
  }
  const tellOthers = async (change: Change) => {
    // Whoever hears of it may look at once who is connected here.
    neighbourhood.tellMembers()
    if (await neighbourhood.tellChange(change)) return
    untold.push(change)
    untold = untold.slice(-mostUntold)
  }

  return {
    ...here,
    async tell(change) {
      heard(change)
      await Promise.all([here.tell(change), tellOthers(change)])
    },
  }
}

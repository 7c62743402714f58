// Sessions in which nothing has changed for long are deleted, where whoever runs the relay wants it so; and never
// without having said so in time to everybody who opens them.
import type { Logger } from 'pino'
import type { Relay, SessionRecord } from './relay'

export interface RetentionOptions {
  /** Days without a change after which a session may go. */
  keepDays: number
  /** It has stood in the session for at least so many days that it will go. */
  warnDays: number
}

export interface Retention {
  /** Marks, spares and deletes what is due at `now` (ms since 1970). */
  sweep(now: number): Promise<void>
  stop(): void
}

/** What stands with a session that is to go. */
interface Ending {
  markedAt: number
  endsAt: number
}

const day = 24 * 60 * 60 * 1000
const sweepEvery = 60 * 60 * 1000
const keyOf = (sessionId: string) => `ending!${sessionId}`

export function startRetention(
  relay: Relay,
  { keepDays, warnDays }: RetentionOptions,
  log: Logger,
): Retention {
  const { records, sessions } = relay

  const consider = async ({ sessionId, changedAt }: SessionRecord, now: number) => {
    const marked = (await records.getRecord(keyOf(sessionId))) as Ending | undefined
    if (changedAt + (keepDays - warnDays) * day > now) {
      if (marked) await records.deleteRecords([keyOf(sessionId)])
      return
    }
    if (!marked || marked.markedAt < changedAt) {
      // However long ago the last change was: also after a year switched off nobody is surprised.
      const endsAt = Math.max(changedAt + keepDays * day, now + warnDays * day)
      const ending: Ending = { markedAt: now, endsAt }
      await records.putRecords([{ key: keyOf(sessionId), value: ending }])
      log.info({ sessionId, endsAt }, 'session is to be deleted')
    } else if (marked.endsAt <= now) {
      await sessions.delete(sessionId)
      await records.deleteRecords([keyOf(sessionId)])
      log.info({ sessionId }, 'session deleted: nothing had changed for long')
    }
  }
  const sweep = async (now: number) => {
    const kept = await sessions.list()
    for (const session of kept)
      await consider(session, now).catch((error: Error) =>
        log.error({ sessionId: session.sessionId, reason: error.message }, 'retention failed'),
      )
    const keys = new Set(kept.map(({ sessionId }) => keyOf(sessionId)))
    const strays = (await records.listRecords('ending')).filter(({ key }) => !keys.has(key))
    if (strays.length > 0) await records.deleteRecords(strays.map(({ key }) => key))
  }
  const sweepNow = () =>
    void sweep(Date.now()).catch((error: Error) => log.error({ reason: error.message }, 'retention failed'))
  const timer = setInterval(sweepNow, sweepEvery).unref()
  sweepNow()
  return { sweep, stop: () => clearInterval(timer) }
}

/** When a session is deleted if nobody changes anything (ms since 1970); undefined when it stays. */
export async function endOfSession(
  { records, sessions }: Pick<Relay, 'records' | 'sessions'>,
  sessionId: string,
): Promise<number | undefined> {
  const ending = (await records.getRecord(keyOf(sessionId))) as Ending | undefined
  if (!ending) return undefined
  const session = await sessions.read(sessionId)
  return session && session.changedAt <= ending.markedAt ? ending.endsAt : undefined
}

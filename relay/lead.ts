// Since when a session has been without a facilitator. Kept in storage, because the facilitator may be at another relay.
import type { Connections } from './connections'
import type { MemberRecord } from './members'
import type { Storage } from './storage'

export interface Lead {
  /** Somebody came or went: when it is a facilitator, it is noted. */
  hereChanged(member: MemberRecord): void
  /** A facilitator is here now. */
  seen(sessionId: string): Promise<void>
  /** How long (ms) nobody else may take over yet. */
  waitMs(sessionId: string): Promise<number>
  /** True for one of those who want to take over at the same time, if it is time. */
  claim(sessionId: string): Promise<boolean>
  deleteAll(sessionId: string): Promise<void>
  stop(): void
}

/** Told while a facilitator is here, this often within `takeOverMs`. */
const tellings = 5

export function watchLead(
  storage: Storage,
  connections: Pick<Connections, 'all' | 'isHere'>,
  takeOverMs: number,
): Lead {
  const keyOf = (sessionId: string) => `led!${sessionId}`
  const seen = (sessionId: string) => storage.putRecords([{ key: keyOf(sessionId), value: Date.now() }])
  const isLedHere = (sessionId: string) => connections.isHere(sessionId, ({ role }) => role === 'facilitator')
  const left = (at: number | undefined) => Math.max(0, (at ?? 0) + takeOverMs - Date.now())
  // What cannot be noted now, as the disk is full, is noted next time.
  const note = (sessionId: string) => void seen(sessionId).catch(() => {})
  const timer = setInterval(
    () => {
      const sessions = new Set<string>()
      for (const { member } of connections.all())
        if (member.role === 'facilitator') sessions.add(member.sessionId)
      sessions.forEach(note)
    },
    Math.max(20, takeOverMs / tellings),
  ).unref()

  return {
    hereChanged: ({ sessionId, role }) => role === 'facilitator' && note(sessionId),
    seen,
    async waitMs(sessionId) {
      if (isLedHere(sessionId)) return takeOverMs
      return left((await storage.getRecord(keyOf(sessionId))) as number | undefined)
    },
    async claim(sessionId) {
      if (isLedHere(sessionId)) return false
      let isMine = false
      await storage.updateRecord<number>(keyOf(sessionId), (at) => {
        isMine = left(at) === 0
        return isMine ? Date.now() : at
      })
      return isMine
    },
    deleteAll: (sessionId) => storage.deleteRecords([keyOf(sessionId)]),
    stop: () => clearInterval(timer),
  }
}

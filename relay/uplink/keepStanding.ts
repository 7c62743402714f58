// Keeps how sessions stand (see standing.ts) beside what the relay itself stores of members and locks: notes when
// something changes, and does to them what another relay has changed.
import type { Locks } from '../locks'
import type { MemberRecord, Members } from '../members'
import { queueByKey } from '../queueByKey'
import type { Changes } from '../changes'
import type { Records } from '../storage'
import {
  join,
  keyOf,
  membersOf,
  readKey,
  stamp,
  valueOf,
  type Actual,
  type Membership,
  type Standing,
} from './standing'

/** A desk brings no more than so many. */
const mostMembers = 3000

export interface StandingNeeds {
  records: Records
  members: Members
  locks: Locks
  changes: Changes
}

/** How members are called on the hosted relay, where that is not as here. */
export interface Naming {
  outward(memberId: string): string
  /** Undefined for who is not of this relay, and is known here under the same id. */
  inward(memberId: string): string | undefined
}

/** On the hosted relay itself. */
export const asHere: Naming = { outward: (id) => id, inward: (id) => id }

export interface KeptStanding {
  /** Begins to note the session's changes; what stands already stays. */
  begin(sessionId: string): Promise<void>
  /** Notes what has changed, when the session's changes are noted; gives how it stands. */
  note(sessionId: string): Promise<Standing | undefined>
  /** Does to members and locks what makes them stand as `wanted` makes of how they stand now. */
  become(sessionId: string, wanted: (now: Standing) => Standing): Promise<Standing | undefined>
  forget(sessionId: string): Promise<void>
}

/** @param prefix of the records; @param clock ms since 1970 by the hosted relay. */
export function keepStanding(
  { records, members, locks, changes }: StandingNeeds,
  prefix: string,
  namingOf: (sessionId: string) => Promise<Naming | undefined>,
  clock: (sessionId: string) => number = Date.now,
): KeptStanding {
  const inTurn = queueByKey()
  const recordKey = (sessionId: string) => `${prefix}!${sessionId}`
  const stored = async (sessionId: string) =>
    (await records.getRecord(recordKey(sessionId))) as Standing | undefined
  // Several relays may note at once: none of it is lost.
  const store = (sessionId: string, standing: Standing) =>
    records.updateRecord<Standing>(recordKey(sessionId), (before) =>
      before && sameStanding(before, standing) ? before : join(before ?? {}, standing),
    )

  const look = async (sessionId: string, { outward }: Naming) => {
    const [known, locked] = await Promise.all([members.everybody(sessionId), locks.list(sessionId)])
    const actual = new Map<string, unknown>(locked.map((room) => [keyOf('lock', room), true]))
    const byId = new Map<string, MemberRecord>()
    for (const member of known) {
      const id = member.isVisitor ? member.memberId : outward(member.memberId)
      if (member.leftAt !== undefined) {
        actual.set(keyOf('member', id), { gone: 'left' } satisfies Membership)
        continue
      }
      byId.set(id, member)
      actual.set(keyOf('member', id), { color: member.color, joinedAt: member.joinedAt } satisfies Membership)
      actual.set(keyOf('name', id), member.name)
      actual.set(keyOf('role', id), member.role)
      actual.set(keyOf('muted', id), member.isMuted === true)
    }
    return { actual: actual as Actual, byId }
  }
  const noteNow = async (sessionId: string, naming: Naming) => {
    const before = await stored(sessionId)
    if (!before) return undefined
    const seen = await look(sessionId, naming)
    const now = stamp(before, seen.actual, clock(sessionId))
    if (!sameStanding(before, now)) await store(sessionId, now)
    return { ...seen, standing: now }
  }

  const setLocks = async (sessionId: string, actual: Actual, wanted: Standing) => {
    let isChanged = false
    for (const [key, { value }] of Object.entries(wanted)) {
      const read = readKey(key)
      if (read?.kind !== 'lock' || (actual.get(key) === true) === value) continue
      await locks.set(sessionId, read.subject as Parameters<Locks['set']>[1], value === true)
      isChanged = true
    }
    if (isChanged) await changes.tell({ kind: 'locks', sessionId })
  }
  const removeGone = async (sessionId: string, byId: ReadonlyMap<string, MemberRecord>, wanted: Standing) => {
    for (const [id, { memberId }] of byId) {
      const membership = valueOf(wanted, 'member', id)
      if (!membership || !('gone' in membership)) continue
      await members.remove(sessionId, memberId, membership.gone === 'left')
      await changes.tell({ kind: 'removed', sessionId, memberId })
    }
  }
  const setMembers = async (
    sessionId: string,
    naming: Naming,
    byId: ReadonlyMap<string, MemberRecord>,
    wanted: Standing,
  ) => {
    let added = 0
    for (const id of membersOf(wanted)) {
      const here = byId.get(id)
      const memberId = here?.memberId ?? id
      const next = {
        name: valueOf(wanted, 'name', id) ?? here?.name ?? '',
        role: valueOf(wanted, 'role', id) ?? here?.role ?? 'participant',
        isMuted: valueOf(wanted, 'muted', id) ?? here?.isMuted === true,
      }
      if (!here && byId.size + added >= mostMembers) continue
      if (!here) {
        added++
        // Who is of this relay and not here is gone; that is noted the next time.
        if (naming !== asHere && naming.inward(id) !== undefined) continue
        const { color, joinedAt } = valueOf(wanted, 'member', id) as Extract<Membership, { color: string }>
        await members.addVisitor({ sessionId, memberId, color, joinedAt, isVisitor: true, ...next })
      } else if (!isSame(here, next))
        // Only what nobody has changed again since we looked.
        await members.change(sessionId, memberId, (stored_) =>
          isSame(stored_, here) ? { ...stored_, ...next } : stored_,
        )
      else continue
      await changes.tell({ kind: 'member', sessionId, memberId })
    }
  }

  return {
    begin: (sessionId) =>
      inTurn([sessionId], async () => {
        if (!(await stored(sessionId))) await records.putRecords([{ key: recordKey(sessionId), value: {} }])
      }),
    note: (sessionId) =>
      inTurn([sessionId], async () => {
        const naming = await namingOf(sessionId)
        return naming && (await noteNow(sessionId, naming))?.standing
      }),
    become: (sessionId, wanted) =>
      inTurn([sessionId], async () => {
        const naming = await namingOf(sessionId)
        const now = naming && (await noteNow(sessionId, naming))
        if (!naming || !now) return undefined
        const next = wanted(now.standing)
        // First what is to be so, then the note of it: what a crash leaves undone is then noted as it is, or done again.
        await removeGone(sessionId, now.byId, next)
        await setMembers(sessionId, naming, now.byId, next)
        await setLocks(sessionId, now.actual, next)
        await records.putRecords([{ key: recordKey(sessionId), value: next }])
        return next
      }),
    forget: (sessionId) => inTurn([sessionId], () => records.deleteRecords([recordKey(sessionId)])),
  }
}

function isSame(
  a: Pick<MemberRecord, 'name' | 'role' | 'isMuted'>,
  b: Pick<MemberRecord, 'name' | 'role' | 'isMuted'>,
): boolean {
  return a.name === b.name && a.role === b.role && Boolean(a.isMuted) === Boolean(b.isMuted)
}

const sameStanding = (a: Standing, b: Standing) => JSON.stringify(a) === JSON.stringify(b)

// Sessions: what is known of each, and what happens to its open rooms when that changes.
import type { AssetStore } from './assetStore'
import type { Changes } from './changes'
import type { KeptDoors } from './doors'
import type { Invites } from './invites'
import type { Lead } from './lead'
import type { Locks } from './locks'
import type { Members } from './members'
import type { People } from './people'
import type { SessionRecord, Sessions } from './relay'
import { newId } from './secrets'
import type { Storage } from './storage'
import type { WaitingRoom } from './waitingRoom'

/** Facts may be so large (bytes of JSON). */
const mostFacts = 64 * 1024

export interface SessionNeeds {
  storage: Storage
  members: Members
  locks: Locks
  doors: KeptDoors
  invites: Invites
  waitingRoom: WaitingRoom
  people: People
  lead: Lead
  assets: AssetStore
  changes: Changes
}

type Stored = Omit<SessionRecord, 'changedAt'>

export function keepSessions(needs: SessionNeeds): Sessions {
  const { storage, members, locks, changes } = needs
  const keyOf = (sessionId: string) => `session!${sessionId}`
  const stored = async (sessionId: string) =>
    (await storage.getRecord(keyOf(sessionId))) as Stored | undefined
  const put = (record: Stored) => {
    if (Buffer.byteLength(JSON.stringify(record.facts)) > mostFacts)
      throw new Error('the facts are too large')
    return storage.putRecords([{ key: keyOf(record.sessionId), value: record }])
  }
  const withChange = async (record: Stored): Promise<SessionRecord> => ({
    ...record,
    changedAt: lastChange(record, await storage.listRooms(record.sessionId)),
  })

  return {
    async create(facts = {}, name = '') {
      const sessionId = newId()
      await put({ sessionId, createdAt: Date.now(), facts })
      await needs.lead.seen(sessionId)
      return { sessionId, ...(await members.add(sessionId, 'facilitator', name)) }
    },
    async mintToken(sessionId, role, name) {
      const minted = await members.add(sessionId, role, name)
      await changes.tell({ kind: 'member', sessionId, memberId: minted.memberId })
      return minted
    },
    renewToken: members.renewToken,
    mintUplink: members.addUplink,
    revokeUplink: async (token) => void (await members.revoke(token)),
    async revokeToken(token) {
      const member = await members.revoke(token)
      if (!member) return false
      await changes.tell({ kind: 'removed', sessionId: member.sessionId, memberId: member.memberId })
      return true
    },
    exists: async (sessionId) => (await stored(sessionId)) !== undefined,
    async list() {
      const records = await storage.listRecords('session')
      return Promise.all(records.map(({ value }) => withChange(value as Stored)))
    },
    async read(sessionId) {
      const record = await stored(sessionId)
      return record && withChange(record)
    },
    async setFacts(sessionId, facts) {
      const record = await stored(sessionId)
      if (!record) throw new Error('there is no such session')
      await put({ ...record, facts })
    },
    members: needs.people.list,
    everJoined: async (sessionId) => (await members.everybody(sessionId)).length,
    async delete(sessionId) {
      // Tokens first, so that nobody comes back in between.
      await needs.doors.close(sessionId)
      await needs.invites.deleteAll(sessionId)
      await needs.waitingRoom.deleteAll(sessionId)
      await members.deleteAll(sessionId)
      await storage.deleteRecords([keyOf(sessionId)])
      await changes.tell({ kind: 'deleted', sessionId })
      await locks.deleteAll(sessionId)
      await needs.lead.deleteAll(sessionId)
      await needs.assets.deleteAll(sessionId)
      await storage.deleteRooms(sessionId)
    },
    async setLock(sessionId, room, locked) {
      await locks.set(sessionId, room, locked)
      await changes.tell({ kind: 'locks', sessionId })
    },
    locks: (sessionId) => locks.list(sessionId),
  }
}

export function lastChange({ createdAt }: Stored, rooms: readonly { changedAt: number }[]): number {
  return rooms.reduce((latest, { changedAt }) => Math.max(latest, changedAt), createdAt)
}

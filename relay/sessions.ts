// Sessions: what is known of each, and what happens to its open rooms when that changes.
import type { AssetStore } from './assetStore'
import type { Changes } from './changes'
import type { Connections } from './connections'
import type { KeptDoors } from './doors'
import type { Entrance } from './entrance'
import type { Locks } from './locks'
import type { Members } from './members'
import type { Neighbours } from './neighbours'
import type { SessionRecord, Sessions } from './relay'
import type { RoomHub } from './roomHub'
import { newId } from './secrets'
import type { Storage } from './storage'

/** Facts may be so large (bytes of JSON). */
const mostFacts = 64 * 1024

export interface SessionNeeds {
  storage: Storage
  members: Members
  locks: Locks
  doors: KeptDoors
  entrance: Entrance
  assets: AssetStore
  changes: Changes
  connections: Connections
  hub: RoomHub
  neighbours: Neighbours | undefined
}

type Stored = Omit<SessionRecord, 'changedAt'>

export function keepSessions(needs: SessionNeeds): Sessions {
  const { storage, members, locks, changes, connections } = needs
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
      return { sessionId, ...(await members.add(sessionId, 'facilitator', name)) }
    },
    mintToken: (sessionId, role, name) => members.add(sessionId, role, name),
    mintUplink: (sessionId, memberId) => members.addUplink(sessionId, memberId),
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
    async members(sessionId) {
      const here = connections.membersHere(sessionId)
      for (const room of await needs.hub.openIn(sessionId))
        for (const memberId of room.visitors()) here.add(memberId)
      for (const memberId of needs.neighbours?.membersElsewhere(sessionId) ?? []) here.add(memberId)
      const known = await members.list(sessionId)
      return known
        .sort((a, b) => a.joinedAt - b.joinedAt)
        .map(({ memberId, name, role }) => ({ memberId, name, role, here: here.has(memberId) }))
    },
    async delete(sessionId) {
      // Tokens first, so that nobody comes back in between.
      await needs.doors.close(sessionId)
      await needs.entrance.deleteAll(sessionId)
      await members.deleteAll(sessionId)
      await storage.deleteRecords([keyOf(sessionId)])
      await changes.tell({ kind: 'deleted', sessionId })
      await locks.deleteAll(sessionId)
      await needs.assets.deleteAll(sessionId)
      await storage.deleteRooms(sessionId)
    },
    async setLock(sessionId, room, locked) {
      await locks.set(sessionId, room, locked)
      await changes.tell({ kind: 'locks', sessionId })
    },
    locks: (sessionId) => locks.list(sessionId),
    invite: (sessionId, role) => needs.entrance.invite(sessionId, role),
  }
}

export function lastChange({ createdAt }: Stored, rooms: readonly { changedAt: number }[]): number {
  return rooms.reduce((latest, { changedAt }) => Math.max(latest, changedAt), createdAt)
}

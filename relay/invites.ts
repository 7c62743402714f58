// Links to join with: each for one role, perhaps until a day, perhaps for so many people. Only hashes are stored, and
// the hash is what an invite is known by.
import type { Invite, InviteRequest } from '../shared/relay/api'
import type { Role } from '../shared/relay/roles'
import type { Changes } from './changes'
import { hashSecret, newSecret } from './secrets'
import type { Storage } from './storage'

/** Invites made by earlier versions have neither date nor limits. */
interface Stored {
  sessionId: string
  role: Role
  createdAt?: number
  expiresAt?: number
  usesLeft?: number
}

export interface Invites {
  /** `full` when the session has as many as it may have, and all of them are still good. */
  add(sessionId: string, wanted: InviteRequest): Promise<{ id: string; secret: string } | 'full'>
  /** In the order in which they were made. */
  list(sessionId: string): Promise<Invite[]>
  /** Nobody joins with it any more. False when the session has none such. */
  revoke(sessionId: string, id: string): Promise<boolean>
  /** The invite with this secret, whether or not it may still be used. */
  find(secret: string): Promise<{ id: string; sessionId: string; role: Role } | undefined>
  /** Counts one use, whoever else does so at the same time. False when it has expired or is used up. */
  use(id: string): Promise<boolean>
  /** The one who used it did not come in. */
  giveBack(id: string): Promise<void>
  deleteAll(sessionId: string): Promise<void>
}

export function keepInvites(storage: Storage, changes: Changes, mostPerSession: number): Invites {
  const keyOf = (id: string) => `invite!${id}`
  const listKey = (sessionId: string, id: string) => `inviteOf!${sessionId}!${id}`
  const get = async (id: string) => (await storage.getRecord(keyOf(id))) as Stored | undefined
  const idsOf = async (sessionId: string) =>
    (await storage.listRecords(`inviteOf!${sessionId}`)).map(({ key }) => key.slice(key.lastIndexOf('!') + 1))
  const listed = async (sessionId: string) => {
    const found = await Promise.all(
      (await idsOf(sessionId)).map(async (id) => {
        const stored = await get(id)
        return stored && asListed(id, stored)
      }),
    )
    return found.filter((each) => each !== undefined).sort((a, b) => a.createdAt - b.createdAt)
  }
  const drop = (sessionId: string, ids: readonly string[]) =>
    storage.deleteRecords(ids.flatMap((id) => [keyOf(id), listKey(sessionId, id)]))

  return {
    async add(sessionId, { role, expiresAt, uses }) {
      const before = await listed(sessionId)
      if (before.length >= mostPerSession) {
        const spent = before.filter((each) => !isGood(each)).map(({ id }) => id)
        if (spent.length === 0) return 'full'
        await drop(sessionId, spent)
      }
      const secret = newSecret()
      const id = hashSecret(secret)
      const invite: Stored = {
        sessionId,
        role,
        createdAt: Date.now(),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(uses !== undefined && { usesLeft: uses }),
      }
      await storage.putRecords([
        { key: keyOf(id), value: invite },
        { key: listKey(sessionId, id), value: role },
      ])
      await changes.tell({ kind: 'invites', sessionId })
      return { id, secret }
    },
    list: listed,
    async revoke(sessionId, id) {
      if ((await get(id))?.sessionId !== sessionId) return false
      await drop(sessionId, [id])
      await changes.tell({ kind: 'invites', sessionId })
      return true
    },
    async find(secret) {
      const id = hashSecret(secret)
      const stored = await get(id)
      return stored && { id, sessionId: stored.sessionId, role: stored.role }
    },
    async use(id) {
      let isUsed = false
      const left = await storage.updateRecord<Stored>(keyOf(id), (stored) => {
        isUsed = stored !== undefined && isGood(asListed(id, stored))
        return !isUsed || stored?.usesLeft === undefined
          ? stored
          : { ...stored, usesLeft: stored.usesLeft - 1 }
      })
      if (isUsed && left?.usesLeft !== undefined)
        await changes.tell({ kind: 'invites', sessionId: left.sessionId })
      return isUsed
    },
    async giveBack(id) {
      const left = await storage.updateRecord<Stored>(keyOf(id), (stored) =>
        stored?.usesLeft === undefined ? stored : { ...stored, usesLeft: stored.usesLeft + 1 },
      )
      if (left?.usesLeft !== undefined) await changes.tell({ kind: 'invites', sessionId: left.sessionId })
    },
    deleteAll: async (sessionId) => drop(sessionId, await idsOf(sessionId)),
  }
}

function asListed(id: string, { role, createdAt, expiresAt, usesLeft }: Stored): Invite {
  return {
    id,
    role,
    createdAt: createdAt ?? 0,
    expiresAt: expiresAt ?? null,
    usesLeft: usesLeft ?? null,
  }
}

function isGood({ expiresAt, usesLeft }: Invite): boolean {
  return (expiresAt === null || expiresAt > Date.now()) && (usesLeft === null || usesLeft > 0)
}

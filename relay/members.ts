// Who belongs to a session, and the tokens that prove it. Tokens are stored hashed, bound to session and member.
import type { Role } from '../shared/relay/roles'
import type { Face } from './presence'
import { hashSecret, newId, newSecret } from './secrets'
import type { Storage } from './storage'

export interface MemberRecord {
  sessionId: string
  memberId: string
  name: string
  role: Role
  color: string
  joinedAt: number
  isMuted?: boolean
  /** Known by way of another relay, where they came in; without a token here. */
  isVisitor?: boolean
  /** They left for good (ms since 1970): a name in the session's past, and no member any more. */
  leftAt?: number
}

/** Dark enough for white text on them, and far apart for most eyes. */
const faceColors = [
  '#1f5fa8',
  '#b4371f',
  '#1b7a4b',
  '#7b3fa0',
  '#9a5b00',
  '#0f7580',
  '#b02a6b',
  '#4b5a12',
  '#5a4fcf',
  '#8a3b3b',
  '#2c6e8f',
  '#6b6b00',
] as const

/** Whom a token makes one, and as what. */
export interface Bearer extends MemberRecord {
  /** The token is that of an uplink: the member's own desk speaks, for all who are there. */
  isUplink: boolean
  /** Under which id that desk knows the member themselves. */
  deskId?: string
}

export interface Members {
  add(sessionId: string, role: Role, name: string): Promise<{ token: string; memberId: string }>
  /** Adds the member `memberId`, whose token is stored as `hash` already; twice is once. */
  admit(sessionId: string, memberId: string, role: Role, name: string, hash: string): Promise<void>
  /** Whom a token makes one; undefined when it is unknown or revoked. The same work whatever is wrong with it. */
  find(token: string): Promise<Bearer | undefined>
  findByHash(hash: string): Promise<Bearer | undefined>
  get(sessionId: string, memberId: string): Promise<MemberRecord | undefined>
  /** A token for the uplink of a member's own desk. It dies with the member's others. */
  addUplink(sessionId: string, memberId: string, deskId: string): Promise<string>
  /** A member who came in at another relay; one whom the session has stays as they are. */
  addVisitor(visitor: MemberRecord): Promise<void>
  list(sessionId: string): Promise<MemberRecord[]>
  /** Also those who left. */
  everybody(sessionId: string): Promise<MemberRecord[]>
  /** Puts what `change` makes of the member in its place; undefined when there is none. */
  change(
    sessionId: string,
    memberId: string,
    change: (member: MemberRecord) => MemberRecord,
  ): Promise<MemberRecord | undefined>
  /** A new token for a member who is there; the earlier ones are dead, but for an uplink's. */
  renewToken(sessionId: string, memberId: string): Promise<string | undefined>
  /** Gives the member whose token it was. */
  revoke(token: string): Promise<MemberRecord | undefined>
  /** No member any more, and every token dead; `left`: by themselves, so that the name stays. False when there was none. */
  remove(sessionId: string, memberId: string, left: boolean): Promise<boolean>
  deleteAll(sessionId: string): Promise<void>
}

export function keepMembers(storage: Storage): Members {
  const keyOf = (sessionId: string, memberId: string) => `member!${sessionId}!${memberId}`
  const get = async (sessionId: string, memberId: string) => {
    const member = (await storage.getRecord(keyOf(sessionId, memberId))) as MemberRecord | undefined
    return member?.leftAt === undefined ? member : undefined
  }
  const everybody = async (sessionId: string) =>
    (await storage.listRecords(`member!${sessionId}`)).map(({ value }) => value as MemberRecord)
  const list = async (sessionId: string) =>
    (await everybody(sessionId)).filter(({ leftAt }) => leftAt === undefined)
  const admit: Members['admit'] = async (sessionId, memberId, role, name, hash) => {
    const before = await list(sessionId)
    if (before.some((each) => each.memberId === memberId)) return
    const color = leastUsed(before.map((each) => each.color))
    // Later than everybody's, so that two who join within a millisecond have an order.
    const joinedAt = Math.max(Date.now(), ...before.map((each) => each.joinedAt + 1))
    const member: MemberRecord = { sessionId, memberId, name, role, color, joinedAt }
    await storage.putRecords([
      { key: keyOf(sessionId, memberId), value: member },
      ...tokenRecords({ sessionId, memberId }, hash),
    ])
  }
  const findByHash = async (hash: string) => {
    // Looked up by hash, so how long it takes says nothing about how much of a guess was right; and a second time
    // whatever the first one found.
    const bound = (await storage.getRecord(`token!${hash}`)) as TokenRecord | undefined
    const { sessionId, memberId, deskId } = bound ?? nobody
    const member = await get(sessionId, memberId)
    // Added to, not copied: a copy would be of a shape of its own, and takes more memory.
    return (
      member &&
      Object.assign(member, { isUplink: deskId !== undefined, ...(deskId !== undefined && { deskId }) })
    )
  }
  const hashesOf = async (sessionId: string, memberId?: string) =>
    (await storage.listRecords(`tokenOf!${sessionId}`))
      .filter(({ value }) => memberId === undefined || value === memberId)
      .map(({ key }) => key.slice(key.lastIndexOf('!') + 1))

  return {
    async add(sessionId, role, name) {
      const [token, memberId] = [newSecret(), newId()]
      await admit(sessionId, memberId, role, name, hashSecret(token))
      return { token, memberId }
    },
    admit,
    find: (token) => findByHash(hashSecret(token)),
    findByHash,
    get,
    async addUplink(sessionId, memberId, deskId) {
      const token = newSecret()
      await storage.putRecords(tokenRecords({ sessionId, memberId, deskId }, hashSecret(token)))
      return token
    },
    addVisitor: async (visitor) =>
      void (await storage.updateRecord<MemberRecord>(
        keyOf(visitor.sessionId, visitor.memberId),
        (stored) => stored ?? visitor,
      )),
    list,
    everybody,
    change: (sessionId, memberId, change) =>
      storage.updateRecord<MemberRecord>(keyOf(sessionId, memberId), (stored) =>
        stored && stored.leftAt === undefined ? change(stored) : stored,
      ),
    async renewToken(sessionId, memberId) {
      if (!(await get(sessionId, memberId))) return undefined
      const earlier: string[] = []
      for (const hash of await hashesOf(sessionId, memberId))
        if (((await storage.getRecord(`token!${hash}`)) as TokenRecord | undefined)?.deskId === undefined)
          earlier.push(hash)
      const token = newSecret()
      await storage.putRecords(tokenRecords({ sessionId, memberId }, hashSecret(token)))
      await storage.deleteRecords(tokenKeys(sessionId, earlier))
      return token
    },
    async revoke(token) {
      const hash = hashSecret(token)
      const member = await findByHash(hash)
      if (member) await storage.deleteRecords(tokenKeys(member.sessionId, [hash]))
      return member
    },
    async remove(sessionId, memberId, left) {
      // The member first: without one no token admits.
      let isThere = false
      await storage.updateRecord<MemberRecord>(keyOf(sessionId, memberId), (stored) => {
        isThere = stored !== undefined && stored.leftAt === undefined
        if (!isThere) return stored
        return left ? { ...stored!, leftAt: Date.now() } : undefined
      })
      await storage.deleteRecords(tokenKeys(sessionId, await hashesOf(sessionId, memberId)))
      return isThere
    },
    async deleteAll(sessionId) {
      const members = await everybody(sessionId)
      await storage.deleteRecords([
        ...tokenKeys(sessionId, await hashesOf(sessionId)),
        ...members.map(({ memberId }) => keyOf(sessionId, memberId)),
      ])
    },
  }
}

interface TokenRecord {
  sessionId: string
  memberId: string
  /** Of an uplink's token: see {@link Bearer}. */
  deskId?: string
}

/** Looked up for tokens that are nobody's. */
const nobody: TokenRecord = { sessionId: '-', memberId: '-' }

const tokenKeys = (sessionId: string, hashes: readonly string[]) =>
  hashes.flatMap((hash) => [`token!${hash}`, `tokenOf!${sessionId}!${hash}`])

function tokenRecords(bound: TokenRecord, hash: string): { key: string; value: unknown }[] {
  return [
    { key: `token!${hash}`, value: bound },
    { key: `tokenOf!${bound.sessionId}!${hash}`, value: bound.memberId },
  ]
}

/** True when nothing that others see or that decides over rights differs. */
export function isSameMember(a: MemberRecord, b: MemberRecord): boolean {
  return a.name === b.name && a.role === b.role && Boolean(a.isMuted) === Boolean(b.isMuted)
}

export function faceOf({ memberId, name, role, color }: MemberRecord): Face {
  return { memberId, name, role, color }
}

function leastUsed(used: readonly string[]): string {
  const count = (color: string) => used.filter((each) => each === color).length
  return faceColors.reduce((best, color) => (count(color) < count(best) ? color : best))
}

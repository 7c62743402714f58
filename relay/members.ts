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
}

export interface Members {
  add(sessionId: string, role: Role, name: string): Promise<{ token: string; memberId: string }>
  /** Whom a token makes one; undefined when it is unknown or revoked. */
  find(token: string): Promise<Bearer | undefined>
  /** A token for the uplink of a member's own desk. It dies with the member's others. */
  addUplink(sessionId: string, memberId: string): Promise<string>
  list(sessionId: string): Promise<MemberRecord[]>
  /** Gives the member whose token it was. */
  revoke(token: string): Promise<MemberRecord | undefined>
  deleteAll(sessionId: string): Promise<void>
}

export function keepMembers(storage: Storage): Members {
  const list = async (sessionId: string) =>
    (await storage.listRecords(`member!${sessionId}`)).map(({ value }) => value as MemberRecord)

  return {
    async add(sessionId, role, name) {
      const token = newSecret()
      const hash = hashSecret(token)
      const memberId = newId()
      const color = leastUsed((await list(sessionId)).map((each) => each.color))
      const member: MemberRecord = { sessionId, memberId, name, role, color, joinedAt: Date.now() }
      await storage.putRecords([
        { key: `member!${sessionId}!${memberId}`, value: member },
        { key: `token!${hash}`, value: { sessionId, memberId } },
        { key: `tokenOf!${sessionId}!${hash}`, value: memberId },
      ])
      return { token, memberId }
    },
    async find(token) {
      // Looked up by hash, so how long it takes says nothing about how much of a guess was right.
      const bound = (await storage.getRecord(`token!${hashSecret(token)}`)) as TokenRecord | undefined
      if (!bound) return undefined
      const member = (await storage.getRecord(`member!${bound.sessionId}!${bound.memberId}`)) as
        MemberRecord | undefined
      return member && { ...member, isUplink: bound.isUplink === true }
    },
    async addUplink(sessionId, memberId) {
      const token = newSecret()
      const hash = hashSecret(token)
      await storage.putRecords([
        { key: `token!${hash}`, value: { sessionId, memberId, isUplink: true } satisfies TokenRecord },
        { key: `tokenOf!${sessionId}!${hash}`, value: memberId },
      ])
      return token
    },
    list,
    async revoke(token) {
      const member = await this.find(token)
      const hash = hashSecret(token)
      if (member) await storage.deleteRecords([`token!${hash}`, `tokenOf!${member.sessionId}!${hash}`])
      return member
    },
    async deleteAll(sessionId) {
      const hashes = await storage.listRecords(`tokenOf!${sessionId}`)
      const members = await list(sessionId)
      await storage.deleteRecords([
        ...hashes.flatMap(({ key }) => [key, `token!${key.slice(key.lastIndexOf('!') + 1)}`]),
        ...members.map(({ memberId }) => `member!${sessionId}!${memberId}`),
      ])
    },
  }
}

interface TokenRecord {
  sessionId: string
  memberId: string
  isUplink?: boolean
}

export function faceOf({ memberId, name, role, color }: MemberRecord): Face {
  return { memberId, name, role, color }
}

function leastUsed(used: readonly string[]): string {
  const count = (color: string) => used.filter((each) => each === color).length
  return faceColors.reduce((best, color) => (count(color) < count(best) ? color : best))
}

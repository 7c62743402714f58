// The roles that a session's members have on this relay, at hand while an uplink shows their faces.
import type { Role } from '../../shared/relay/roles'
import type { Changes } from '../changes'
import type { Members } from '../members'

export interface KnownRoles {
  /** Undefined for who is not known here. */
  roleOf(memberId: string): Role | undefined
  release(): void
}

/** Gives the way to hold a session's roles at hand; each hold wants its `release`. */
export function keepVisitors(
  members: Pick<Members, 'get' | 'list'>,
  changes: Changes,
): (sessionId: string) => Promise<KnownRoles> {
  const held = new Map<string, { users: number; roles: Map<string, Role> }>()

  changes.listen(async (change) => {
    const known = held.get(change.sessionId)
    if (!known || (change.kind !== 'member' && change.kind !== 'removed')) return
    const member = await members.get(change.sessionId, change.memberId)
    if (member) known.roles.set(change.memberId, member.role)
    else known.roles.delete(change.memberId)
  })

  return async (sessionId) => {
    const known = held.get(sessionId) ?? { users: 0, roles: new Map<string, Role>() }
    held.set(sessionId, known)
    known.users++
    for (const { memberId, role } of await members.list(sessionId)) known.roles.set(memberId, role)
    let isHeld = true
    return {
      roleOf: (memberId) => known.roles.get(memberId),
      release() {
        if (isHeld && --known.users === 0) held.delete(sessionId)
        isHeld = false
      },
    }
  }
}

// Whose faces an uplink may show: the desk at its other end knows its own members, and vouches for them.
import { z } from 'zod'
import { leads, roles, type Role } from '../../shared/relay/roles'
import { memberIdShape } from '../../shared/relay/uplink'
import type { Face, SpeaksFor } from '../presence'

export const faceShape = z.object({
  memberId: memberIdShape,
  name: z.string().max(60),
  role: z.enum(roles),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
})

/**
 * Under which id a desk's member is known on the hosted relay: behind the id of the desk's owner, so that no desk can
 * show anybody who is not its own.
 */
export function idBehind(ownerId: string, memberId: string): string {
  return `${ownerId}.${memberId}`
}

/** The desk's own id for a member that the hosted relay knows as `memberId`; undefined when it is not of this desk. */
export function idAtDesk(ownerId: string, memberId: string): string | undefined {
  return memberId.startsWith(`${ownerId}.`) ? memberId.slice(ownerId.length + 1) : undefined
}

/** The role that a desk's member has where its owner is `owner`: nobody comes in above who brought them. */
export function roleBehind(owner: Role, role: Role): Role {
  return leads(role) ? (leads(owner) ? 'coFacilitator' : owner) : role
}

/**
 * The faces that the uplink of `owner` may show. The desk knows the owner as `deskId`; whom this relay knows already
 * has the role that they have here.
 */
export function vouchedFaces(
  owner: Face & { role: Role; deskId?: string },
  roleOf: (memberId: string) => Role | undefined,
): SpeaksFor {
  const own: Face = { memberId: owner.memberId, name: owner.name, role: owner.role, color: owner.color }
  return (user) => {
    const face = faceShape.safeParse(user).data
    if (!face) return undefined
    if (face.memberId === owner.deskId) return own
    const memberId = idBehind(owner.memberId, face.memberId)
    const role = roleOf(memberId) ?? roleBehind(owner.role, face.role)
    return { memberId, name: face.name, role, color: face.color }
  }
}

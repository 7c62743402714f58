// Who a request is from: the holder of the key, or a member with a token.
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionId } from '../../shared/relay/api'
import { leads, type Role } from '../../shared/relay/roles'
import type { Members } from '../members'
import type { Admission, Admitted } from '../relay'
import { isSameSecret } from '../secrets'
import { refuse } from './refusals'

/** @param isOutside true for requests through an extra listener, where the key opens nothing. */
export function openAdmission(
  key: string,
  members: Members,
  isOutside: (request: IncomingMessage) => boolean,
): Admission {
  return {
    hasKey(request) {
      const given = credential(request)
      return isSameSecret(given ?? '', key) && given !== undefined && !isOutside(request)
    },
    async bearer(request) {
      const member = await members.find(credential(request) ?? '')
      return (
        member && {
          sessionId: member.sessionId,
          memberId: member.memberId,
          name: member.name,
          role: member.role,
          isUplink: member.isUplink,
          isMuted: member.isMuted === true,
        }
      )
    },
  }
}

/**
 * The member whose token the request carries, when it is one of the session in the path and its role is `allowed`;
 * otherwise the request is refused and the answer is undefined. A stranger cannot tell whether the session exists: it
 * is never looked up.
 */
export async function admitMember(
  admission: Admission,
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: (role: Role) => boolean = () => true,
): Promise<Admitted | undefined> {
  const id = sessionId.safeParse((request.params as { id?: unknown }).id)
  const member = await admission.bearer(request.raw)
  if (!id.success || !member || member.sessionId !== id.data) {
    void refuse(reply, 'notAdmitted')
    return undefined
  }
  if (!allowed(member.role)) {
    void refuse(reply, 'notAllowed')
    return undefined
  }
  return member
}

/** {@link admitMember} for what only those who lead may do. */
export function admitLeader(
  admission: Admission,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Admitted | undefined> {
  return admitMember(admission, request, reply, leads)
}

/** The token or key that a request carries. */
export function credential(request: IncomingMessage): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
}

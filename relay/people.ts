// What members may do to one another: rename, mute, give a role, put out, hand over the lead, take it over.
import type { Member, MemberChange, Refusal } from '../shared/relay/api'
import { leads, mayActOn, type Role } from '../shared/relay/roles'
import type { Changes } from './changes'
import type { Connections } from './connections'
import type { Lead } from './lead'
import type { MemberRecord, Members } from './members'
import type { Neighbours } from './neighbours'
import type { RoomHub } from './roomHub'

export interface Refused {
  refused: Refusal['kind']
}
export type Done = 'done' | Refused

/** Who acts, as the relay knows them at this moment. */
export interface Actor {
  sessionId: string
  memberId: string
  role: Role
}

export interface People {
  /** In the order of joining. */
  list(sessionId: string): Promise<Member[]>
  /** Names of those who joined, latest first, each once; also of those who left, but not of those who lead. */
  names(sessionId: string): Promise<string[]>
  change(actor: Actor, memberId: string, change: MemberChange): Promise<Member | Refused>
  /** Tokens are dead, sockets close. Oneself: leaving for good. */
  remove(actor: Actor, memberId: string): Promise<Done>
  /** That member becomes facilitator; who gave it stays as co-facilitator. */
  handOver(actor: Actor, memberId: string): Promise<Done>
  /** As whoever runs the relay may: that member becomes facilitator, and nobody ceases to be. */
  promote(sessionId: string, memberId: string): Promise<Done>
  /** A co-facilitator becomes facilitator, and those who were become co-facilitators, when they have been gone for long. */
  takeOver(actor: Actor): Promise<Done>
}

export interface PeopleNeeds {
  neighbours: Neighbours | undefined
  hub: RoomHub
  members: Members
  connections: Connections
  changes: Changes
  lead: Lead
}

export function openPeople({ members, connections, changes, lead, hub, neighbours }: PeopleNeeds): People {
  const hereIn = async (sessionId: string) => {
    const here = connections.membersHere(sessionId)
    for (const room of await hub.openIn(sessionId)) for (const memberId of room.visitors()) here.add(memberId)
    for (const memberId of neighbours?.membersElsewhere(sessionId) ?? []) here.add(memberId)
    return here
  }
  const shown = ({ memberId, name, role, isMuted }: MemberRecord, here: ReadonlySet<string>): Member => ({
    memberId,
    name,
    role,
    isMuted: isMuted === true,
    here: here.has(memberId),
  })
  /** @param wanted gives the member as they are to be, or why not. */
  const alter = async (
    sessionId: string,
    memberId: string,
    wanted: (member: MemberRecord) => MemberRecord | Refused,
  ): Promise<MemberRecord | Refused> => {
    let refused: Refused | undefined
    const member = await members.change(sessionId, memberId, (stored) => {
      const altered = wanted(stored)
      refused = 'refused' in altered ? altered : undefined
      return 'refused' in altered ? stored : altered
    })
    if (!member) return { refused: 'notFound' }
    if (refused) return refused
    await changes.tell({ kind: 'member', sessionId, memberId })
    return member
  }
  const give = async (sessionId: string, memberId: string, role: Role): Promise<Done> => {
    const given = await alter(sessionId, memberId, (member) =>
      member.role === 'projector' ? { refused: 'notAllowed' } : { ...member, role, isMuted: false },
    )
    return 'refused' in given ? given : 'done'
  }
  const facilitators = async (sessionId: string) =>
    (await members.list(sessionId)).filter(({ role }) => role === 'facilitator')

  return {
    async list(sessionId) {
      const here = await hereIn(sessionId)
      const known = await members.list(sessionId)
      return known.sort((a, b) => a.joinedAt - b.joinedAt).map((member) => shown(member, here))
    },
    async names(sessionId) {
      const joined = (await members.everybody(sessionId))
        .filter(({ role, name }) => !leads(role) && role !== 'projector' && name !== '')
        .sort((a, b) => b.joinedAt - a.joinedAt)
      return [...new Set(joined.map(({ name }) => name))]
    },
    async change(actor, memberId, change) {
      const isSelf = actor.memberId === memberId
      const onlyName = change.isMuted === undefined && change.role === undefined
      const changed = await alter(actor.sessionId, memberId, (member) => {
        if (isSelf ? !onlyName : !mayActOn(actor.role, member.role)) return { refused: 'notAllowed' }
        const next = { ...member, ...change }
        // A screen stays one, and who leads is not muted.
        if (member.role === 'projector' && !onlyName) return { refused: 'notAllowed' }
        if (!leads(next.role)) return next
        return change.isMuted ? { refused: 'notAllowed' } : { ...next, isMuted: false }
      })
      return 'refused' in changed ? changed : shown(changed, await hereIn(actor.sessionId))
    },
    async remove(actor, memberId) {
      const { sessionId } = actor
      const member = await members.get(sessionId, memberId)
      if (!member) return { refused: 'notFound' }
      if (memberId !== actor.memberId && !mayActOn(actor.role, member.role)) return { refused: 'notAllowed' }
      if (member.role === 'facilitator' && (await facilitators(sessionId)).length === 1)
        return { refused: 'lastFacilitator' }
      await members.remove(sessionId, memberId, memberId === actor.memberId)
      await changes.tell({ kind: 'removed', sessionId, memberId })
      return 'done'
    },
    async handOver({ sessionId, memberId: giver, role }, memberId) {
      if (role !== 'facilitator' || giver === memberId) return { refused: 'notAllowed' }
      // The other one first: at no moment does nobody lead.
      const given = await give(sessionId, memberId, 'facilitator')
      if (given !== 'done') return given
      await lead.seen(sessionId)
      return give(sessionId, giver, 'coFacilitator')
    },
    promote: (sessionId, memberId) => give(sessionId, memberId, 'facilitator'),
    async takeOver({ sessionId, memberId, role }) {
      if (role !== 'coFacilitator') return { refused: 'notAllowed' }
      if (!(await lead.claim(sessionId))) return { refused: 'facilitatorHere' }
      const before = await facilitators(sessionId)
      const taken = await give(sessionId, memberId, 'facilitator')
      if (taken !== 'done') return taken
      for (const each of before) await give(sessionId, each.memberId, 'coFacilitator')
      return 'done'
    },
  }
}

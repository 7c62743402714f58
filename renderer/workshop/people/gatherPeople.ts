// Everybody who belongs to the session, for those who lead: who is here, and who is not just now.
import type { Member } from '../../../shared/relay/api'
import { rank, type Here } from '../whoIsHere'

export interface Person extends Here {
  isHere: boolean
  isMuted: boolean
  /** The relay counts them as members: they can be acted on. */
  isMember: boolean
}

/** @param here oneself first. @param members null where nobody may ask for them, or while they are not known. */
export function gatherPeople(here: readonly Here[], members: readonly Member[] | null): Person[] {
  const known = new Map((members ?? []).map((member) => [member.memberId, member]))
  const people = here.map((person): Person => {
    const member = known.get(person.memberId)
    return { ...person, isHere: true, isMuted: member?.isMuted ?? false, isMember: member !== undefined }
  })
  const shown = new Set(here.map(({ memberId }) => memberId))
  const others = [...known.values()]
    .filter(({ memberId }) => !shown.has(memberId))
    .map(({ memberId, name, role, isMuted, here: isHere }): Person => {
      return { memberId, name, role, color: '', pageId: null, isSelf: false, isHere, isMuted, isMember: true }
    })
    .sort((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name))
  return [...people, ...others]
}

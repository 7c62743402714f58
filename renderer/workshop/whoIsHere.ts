// Who is here, one entry a person however many windows they have open.
import { useMemo } from 'react'
import type { Role } from '../../shared/relay/roles'
import { usePresence, useSelf } from '../document/hooks'
import type { Presence, Room, Session } from '../document/session'

export interface Here {
  memberId: string
  name: string
  role: Role
  /** Empty while it is not known. */
  color: string
  /** The page they look at, or null. */
  pageId: string | null
  isSelf: boolean
}

/** Who stands before whom in a list. */
export const rank: Record<Role, number> = {
  facilitator: 0,
  coFacilitator: 1,
  participant: 2,
  observer: 3,
  projector: 4,
}

/** Others' presence without second windows, who leads first, then by name. */
export function gatherHere(presences: readonly Presence[], selfId: string): Here[] {
  const here = new Map<string, Here>()
  for (const each of presences) {
    if (each.memberId === selfId) continue
    const pageId = typeof each.state.page === 'string' ? each.state.page : null
    const known = here.get(each.memberId)
    if (known) known.pageId ??= pageId
    else
      here.set(each.memberId, {
        memberId: each.memberId,
        name: each.name,
        role: each.role,
        color: each.color,
        pageId,
        isSelf: false,
      })
  }
  return [...here.values()].sort((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name))
}

/** Everybody here, oneself first. */
export function useHere(session: Session, control: Room, pageId: string | null): Here[] {
  const presences = usePresence(control)
  const self = useSelf(session)
  return useMemo(() => {
    const own = presences.find((each) => each.memberId === self.memberId)
    return [
      { ...self, color: own?.color ?? '', pageId, isSelf: true },
      ...gatherHere(presences, self.memberId),
    ]
  }, [presences, self, pageId])
}

/** The person's name, or what they are where they have none. */
export function nameOf(person: Pick<Here, 'name' | 'role'>, t: (key: string) => string): string {
  return person.name || t(`role.${person.role}`)
}

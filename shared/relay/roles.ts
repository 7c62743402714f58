// Who may do what in which room. The relay enforces this table; pages only use it to hide what would be refused.

/** What a member of a session is. */
export const roles = ['facilitator', 'coFacilitator', 'participant', 'observer', 'projector'] as const
export type Role = (typeof roles)[number]

/** True for those who lead: they write everywhere, lock, and decide who is in. */
export function leads(role: Role): boolean {
  return role === 'facilitator' || role === 'coFacilitator'
}

/** Whether `actor` may rename, mute, remove or give another role to somebody with the role `other`. */
export function mayActOn(actor: Role, other: Role): boolean {
  return actor === 'facilitator' || (actor === 'coFacilitator' && other !== 'facilitator')
}

/** Whether `actor` may let others join with `role`. */
export function mayInvite(actor: Role, role: Role): boolean {
  return actor === 'facilitator' || (actor === 'coFacilitator' && role !== 'facilitator')
}

/** The rooms of a session: `control`, `common` and one `page-<pageId>` for every page. */
export type RoomName = 'control' | 'common' | `page-${string}`

const pageRoom = /^page-[A-Za-z0-9_-]{1,64}$/

/** True for a name that a room of a session may have. */
export function isRoomName(name: string): name is RoomName {
  return name === 'control' || name === 'common' || pageRoom.test(name)
}

/** The room that holds a page's content. */
export function roomOfPage(pageId: string): RoomName {
  return `page-${pageId}`
}

/** What keeps a room from being written in: a lock on it, or a pause of the whole session. */
export interface Locked {
  room: boolean
  session: boolean
}

/** True when `role` may write in `room`. A pause stops participants everywhere, a lock on one page only there. */
export function mayWrite(role: Role, room: RoomName, locked: Locked): boolean {
  if (leads(role)) return true
  if (role !== 'participant' || room === 'control') return false
  return !locked.session && (room === 'common' || !locked.room)
}

/** Nothing is locked. */
export const unlocked: Locked = { room: false, session: false }

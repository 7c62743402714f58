// Who may do what in which room. The relay enforces this table; pages only use it to hide what would be refused.

/** What a member of a session is. */
export const roles = ['facilitator', 'participant', 'observer'] as const
export type Role = (typeof roles)[number]

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

/** True when `role` may write in `room`; `locked` is the relay's lock on that room (or on the whole session). */
export function mayWrite(role: Role, room: RoomName, locked: boolean): boolean {
  if (role === 'facilitator') return true
  if (role === 'observer' || room === 'control') return false
  return room === 'common' || !locked
}

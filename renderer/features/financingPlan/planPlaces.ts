// Where the others are in the plan: the row, the column, and their caret when they write in a title.
import { z } from 'zod'
import { followGroups, type Groups } from '../../document/followGroups'
import type { Presence, Room } from '../../document/session'

/** What this page tells of itself under `place`. */
export interface OwnPlace {
  row?: string
  /** The column they are in. */
  key?: string
  typing?: boolean
}

const place = z.object({
  row: z.string().max(64),
  key: z.string().max(40).catch('title'),
  typing: z.boolean().catch(false),
})

export interface Someone {
  readonly clientId: number
  readonly name: string
  readonly color: string
  readonly key: string
  readonly isTyping: boolean
}

function gatherByRow(present: readonly Presence[]): Map<string, Someone[]> {
  const rows = new Map<string, Someone[]>()
  for (const { clientId, name, color, state } of present) {
    const read = place.safeParse(state.place)
    if (!read.success) continue
    const { row, key, typing } = read.data
    rows.set(row, [...(rows.get(row) ?? []), { clientId, name, color, key, isTyping: typing }])
  }
  return rows
}

/** Others by the row they are in. */
export function followRows(room: Room): Groups<Someone> {
  return followGroups(room, gatherByRow)
}

// Where the others are on this page: the block they are in, the note they write in, their caret.
import { z } from 'zod'
import type { Presence, Room } from '../../document/session'
import { followGroups } from '../../document/followGroups'
import { blockKeys, type BlockKey } from '../../../shared/document/businessModel'

/** What this page tells of itself under `place`. */
export interface OwnPlace {
  note?: string
  block?: BlockKey
  typing?: boolean
  /** Where the caret stands in the note's text, in UTF-16 units. */
  caret?: number
}

const place = z.object({
  note: z.string().max(64).optional().catch(undefined),
  block: z.enum(blockKeys).optional().catch(undefined),
  typing: z.boolean().optional().catch(undefined),
  caret: z.number().int().min(0).max(1_000_000).optional().catch(undefined),
})

export interface Someone {
  readonly clientId: number
  readonly name: string
  readonly color: string
  readonly note: string | undefined
  readonly block: BlockKey | undefined
  readonly isTyping: boolean
  readonly caret: number | undefined
}

export interface Places {
  /** Those who write in the note; the same array until that changes. */
  inNote(id: string): readonly Someone[]
  /** Those who are in the block, each person once. */
  inBlock(block: BlockKey): readonly Someone[]
  subscribe(changed: () => void): () => void
}

function readSomeone({ clientId, name, color, state }: Presence): Someone | null {
  const read = place.safeParse(state.place)
  if (!read.success) return null
  const { note, block, typing, caret } = read.data
  return { clientId, name, color, note, block, isTyping: typing === true, caret }
}

const put = <T>(map: Map<string, T[]>, key: string, who: T) => map.set(key, [...(map.get(key) ?? []), who])

function gatherWriters(present: readonly Presence[]): Map<string, Someone[]> {
  const notes = new Map<string, Someone[]>()
  for (const each of present) {
    const who = readSomeone(each)
    if (who?.note && who.isTyping) put(notes, who.note, who)
  }
  return notes
}

function gatherByBlock(present: readonly Presence[]): Map<string, Someone[]> {
  const blocks = new Map<string, Someone[]>()
  const seen = new Set<string>()
  for (const each of present) {
    const who = readSomeone(each)
    if (!who) continue
    const once = `${each.memberId} ${who.block}`
    if (who.block && !seen.has(once)) put(blocks, who.block, { ...who, note: undefined, caret: undefined })
    seen.add(once)
  }
  return blocks
}

/** Follows everybody's place in the room while somebody listens. */
export function followPlaces(room: Room): Places {
  const writers = followGroups(room, gatherWriters)
  const people = followGroups(room, gatherByBlock)
  return {
    inNote: writers.in,
    inBlock: people.in,
    subscribe(changed) {
      const stops = [writers.subscribe(changed), people.subscribe(changed)]
      return () => stops.forEach((stop) => stop())
    },
  }
}

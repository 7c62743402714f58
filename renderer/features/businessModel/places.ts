// Where the others are on this page: the block they are in, the note they write in, their caret.
import { z } from 'zod'
import type { Presence, Room } from '../../document/session'
import { readPresence } from '../../document/presence'
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

const nobody: readonly Someone[] = Object.freeze([])

function readSomeone({ clientId, name, color, state }: Presence): Someone | null {
  const read = place.safeParse(state.place)
  if (!read.success) return null
  const { note, block, typing, caret } = read.data
  return { clientId, name, color, note, block, isTyping: typing === true, caret }
}

const same = (a: readonly Someone[], b: readonly Someone[]) =>
  a.length === b.length &&
  a.every((each, at) => (Object.keys(each) as (keyof Someone)[]).every((key) => each[key] === b[at]![key]))

/** Follows everybody's place in the room while somebody listens. */
export function followPlaces(room: Room): Places {
  const listeners = new Set<() => void>()
  let notes = new Map<string, readonly Someone[]>()
  let blocks = new Map<string, readonly Someone[]>()

  const keep = (before: Map<string, readonly Someone[]>, now: Map<string, Someone[]>) =>
    new Map<string, readonly Someone[]>(
      [...now].map(([key, people]) => {
        const kept = before.get(key)
        return [key, kept && same(kept, people) ? kept : people]
      }),
    )
  const read = () => {
    const nowNotes = new Map<string, Someone[]>()
    const nowBlocks = new Map<string, Someone[]>()
    const put = (map: Map<string, Someone[]>, key: string, who: Someone) =>
      map.set(key, [...(map.get(key) ?? []), who])
    const seen = new Set<string>()
    for (const present of readPresence(room)) {
      const who = readSomeone(present)
      if (!who) continue
      if (who.note && who.isTyping) put(nowNotes, who.note, who)
      const once = `${present.memberId} ${who.block}`
      if (who.block && !seen.has(once))
        put(nowBlocks, who.block, { ...who, note: undefined, caret: undefined })
      seen.add(once)
    }
    notes = keep(notes, nowNotes)
    blocks = keep(blocks, nowBlocks)
    listeners.forEach((changed) => changed())
  }

  return {
    inNote: (id) => notes.get(id) ?? nobody,
    inBlock: (block) => blocks.get(block) ?? nobody,
    subscribe(changed) {
      if (listeners.size === 0) {
        room.awareness.on('change', read)
        listeners.add(changed)
        read()
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) room.awareness.off('change', read)
      }
    },
  }
}

/** At most one message in so many ms. */
const tellEvery = 120

export interface PlaceTeller {
  tell(place: OwnPlace): void
  stop(): void
}

/** Tells the others where this person is; the last word always arrives. */
export function openPlaceTeller(room: Room): PlaceTeller {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: OwnPlace = {}
  let told = 0
  const send = () => {
    timer = undefined
    told = Date.now()
    room.awareness.setLocalStateField('place', latest)
  }
  return {
    tell(place) {
      latest = place
      timer ??= setTimeout(send, Math.max(0, tellEvery - (Date.now() - told)))
    },
    stop() {
      clearTimeout(timer)
      if (room.awareness.getLocalState() !== null) room.awareness.setLocalStateField('place', null)
    },
  }
}

// A business-model page: one set of notes, each in a block; the layouts are views of it.
import * as Y from 'yjs'
import { z } from 'zod'
import { localOrigin } from './control'
import { newId } from './ids'
import { noteColors, type NoteColor } from './noteLook'
import { byOrder } from './order'
import { orderKey, placeAmong } from './placeAmong'
import { viewRecords, type RecordView } from './recordView'
import { openSharedText, type SharedText } from './sharedText'

export const blockKeys = [
  'partners',
  'activities',
  'resources',
  'valueCustomer',
  'valueSocial',
  'impactMeasures',
  'intervention',
  'relations',
  'channels',
  'beneficiary',
  'customer',
  'costs',
  'revenue',
  'surplus',
  'members',
  'governance',
] as const
export type BlockKey = (typeof blockKeys)[number]

export const layouts = ['classic', 'social', 'cooperative'] as const
export type Layout = (typeof layouts)[number]

export const noteStates = ['guess', 'tested', 'confirmed', 'rejected'] as const
export type NoteState = (typeof noteStates)[number]

/** A thing on another page that this note came from. */
export interface Reference {
  readonly page: string
  readonly id: string
}

const note = z.object({
  id: z.string().min(1).max(64),
  block: z.enum(blockKeys),
  order: orderKey,
  text: z.string(),
  /** BCP 47 tag of the text's language, or empty when unknown. */
  language: z.string().max(20).catch(''),
  color: z.enum(noteColors).catch('yellow'),
  state: z.enum(noteStates).catch('guess'),
  author: z.string().max(60).catch(''),
  evidence: z.string().catch(''),
  /** Segment tags. */
  segments: z.array(z.string()).catch([]),
  source: z.object({ page: z.string(), id: z.string() }).nullable().catch(null),
  createdAt: z.number().catch(0),
})
export type BusinessModelNote = Readonly<z.infer<typeof note>>

/**
 * A deleted note carries the moment under this key and keeps all it held, so that it can come back whole, with words
 * that somebody was typing in it meanwhile; {@link purgeDeletedNotes} takes it away for good.
 */
const deleted = 'deletedAt'
/** Stands under {@link deleted} while a note is being made; never old enough to be purged. */
const notYetBorn = Number.MAX_SAFE_INTEGER
/** Origin of changes that nobody's undo takes back. */
const settledOrigin = 'settled'

const canvas = (page: Y.Doc) => page.getMap<unknown>('canvas')

/** The layout that everybody sees; classic until another is chosen, and where an unknown one was. */
export function readLayout(page: Y.Doc): Layout {
  return z.enum(layouts).catch('classic').parse(canvas(page).get('layout'))
}

/** Shows the notes in another layout. No note changes. */
export function chooseLayout(page: Y.Doc, layout: Layout): void {
  page.transact(() => canvas(page).set('layout', layout), localOrigin)
}

/** Runs `changed` whenever what {@link readLayout} gives may have changed. Returns the way to stop. */
export function watchLayout(page: Y.Doc, changed: () => void): () => void {
  canvas(page).observe(changed)
  return () => canvas(page).unobserve(changed)
}

const notes = (page: Y.Doc) => page.getMap<Y.Map<unknown>>('notes')

/** The notes that are not deleted. */
export function viewNotes(page: Y.Doc): RecordView<BusinessModelNote> {
  const all = viewRecords(notes(page), (id, record) =>
    record.has(deleted) ? { note: null } : { note: note.parse({ source: null, ...record.toJSON(), id }) },
  )
  let from: ReturnType<typeof all.records> | null = null
  let list: readonly BusinessModelNote[] = []
  return {
    ...all,
    records() {
      const now = all.records()
      if (now !== from) list = Object.freeze(now.flatMap((each) => each.note ?? []))
      from = now
      return list
    },
    record: (id) => all.record(id)?.note ?? undefined,
  }
}

/** Runs `changed` with the ids of the notes that somebody else changed. Returns the way to stop. */
export function watchOthersChanges(page: Y.Doc, changed: (ids: readonly string[]) => void): () => void {
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.local) return
    const ids = new Set<string>()
    for (const event of events)
      if (event.path.length > 0) ids.add(String(event.path[0]))
      else for (const id of event.keys.keys()) ids.add(id)
    changed([...ids])
  }
  notes(page).observeDeep(onChange)
  return () => notes(page).unobserveDeep(onChange)
}

/** The notes of one block in their order. */
export function notesOfBlock(all: readonly BusinessModelNote[], block: BlockKey): BusinessModelNote[] {
  return all.filter((each) => each.block === block).sort(byOrder)
}

/** The text two people may type in at once; undefined when the note is gone. */
export function noteText(page: Y.Doc, id: string): Y.Text | undefined {
  const text = notes(page).get(id)?.get('text')
  return text instanceof Y.Text ? text : undefined
}

/** The same text without its Yjs type. */
export function openNoteText(page: Y.Doc, id: string): SharedText | undefined {
  const text = noteText(page, id)
  return text && openSharedText(text)
}

export interface NewNote {
  id?: string
  block: BlockKey
  text: string
  color?: NoteColor
  state?: NoteState
  author?: string
  language?: string
  source?: Reference
  now: number
}

/** Adds notes last in their blocks, in one step, and returns their ids. */
export function addNotes(page: Y.Doc, added: readonly NewNote[]): string[] {
  const ids: string[] = []
  // Made as deleted notes first, so that undo deletes them softly too: words that others wrote in them stay.
  page.transact(() => {
    for (const each of added) {
      const id = each.id ?? newId(12)
      const others = inBlock(page, each.block, ids)
      const place = placeAmong(others, others.length)
      for (const other of place.others) notes(page).get(other.id)?.set('order', other.order)
      const record = new Y.Map<unknown>()
      record.set('block', each.block)
      record.set('order', place.order)
      record.set('text', new Y.Text(each.text))
      record.set('color', each.color ?? 'yellow')
      record.set('state', each.state ?? 'guess')
      if (each.author) record.set('author', each.author)
      if (each.language) record.set('language', each.language)
      if (each.source) record.set('source', { page: each.source.page, id: each.source.id })
      record.set('createdAt', each.now)
      record.set(deleted, notYetBorn)
      notes(page).set(id, record)
      ids.push(id)
    }
  }, settledOrigin)
  page.transact(() => ids.forEach((id) => notes(page).get(id)?.delete(deleted)), localOrigin)
  return ids
}

/** Puts a note in `block` before the note `next`, or last when that is null. */
export function moveNote(page: Y.Doc, id: string, block: BlockKey, next: string | null): void {
  const others = inBlock(page, block).filter((each) => each.id !== id)
  const found = next === null ? -1 : others.findIndex((each) => each.id === next)
  const place = placeAmong(others, found < 0 ? others.length : found)
  page.transact(() => {
    for (const other of place.others) notes(page).get(other.id)?.set('order', other.order)
    const record = notes(page).get(id)
    record?.set('block', block)
    record?.set('order', place.order)
  }, localOrigin)
}

export function changeNote(
  page: Y.Doc,
  id: string,
  change: Partial<
    Pick<BusinessModelNote, 'color' | 'state' | 'author' | 'evidence' | 'language' | 'segments'>
  >,
): void {
  page.transact(() => {
    const record = notes(page).get(id)
    for (const [key, value] of Object.entries(change)) record?.set(key, value)
  }, localOrigin)
}

/** Takes notes away. Undo and {@link bringBackNote} bring them back with all they held. */
export function deleteNotes(page: Y.Doc, ids: readonly string[], now = Date.now()): void {
  page.transact(() => ids.forEach((id) => notes(page).get(id)?.set(deleted, now)), localOrigin)
}

/**
 * Brings back a deleted note, in its place, with all that anybody wrote in it. When it is gone for good it is made again
 * as it was last seen, under its own id, so that links to it hold.
 */
export function bringBackNote(page: Y.Doc, seen: BusinessModelNote): void {
  page.transact(() => {
    const there = notes(page).get(seen.id)
    if (there) return there.delete(deleted)
    const { id, text, ...facts } = seen
    const record = new Y.Map<unknown>()
    for (const [key, value] of Object.entries(facts))
      if (value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
        record.set(key, value)
    record.set('text', new Y.Text(text))
    notes(page).set(id, record)
  }, localOrigin)
}

/** Takes away for good what was deleted before the moment `before` (ms since 1970). */
export function purgeDeletedNotes(page: Y.Doc, before: number): void {
  const gone: string[] = []
  notes(page).forEach((record, id) => {
    const at = record instanceof Y.Map ? record.get(deleted) : undefined
    if (typeof at === 'number' && at < before) gone.push(id)
  })
  if (gone.length > 0) page.transact(() => gone.forEach((id) => notes(page).delete(id)), settledOrigin)
}

/** Undo and redo of this person's own changes to the page. Undoing "new note" spares a note others have written in. */
export function noteUndo(page: Y.Doc): Y.UndoManager {
  const undo = new Y.UndoManager(notes(page), {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: 400,
    // Where two people changed one key at the same time, Yjs finds no earlier value to go back to and would leave none.
    deleteFilter: ({ parent, parentSub }) =>
      !(parent instanceof Y.Map && parent.parent === notes(page) && alwaysThere.includes(parentSub ?? '')),
  })
  undo.on('stack-item-popped', ({ changedParentTypes }) => {
    const spared: Y.Map<unknown>[] = []
    changedParentTypes.forEach((events, type) => {
      if (!(type instanceof Y.Map) || !type.has(deleted) || !hasOthersWords(page, type)) return
      const isDeletedNow = events.some(
        (event) => event.target === type && event instanceof Y.YMapEvent && event.keysChanged.has(deleted),
      )
      if (isDeletedNow) spared.push(type)
    })
    if (spared.length > 0) page.transact(() => spared.forEach((each) => each.delete(deleted)), settledOrigin)
  })
  return undo
}

/** Keys that every note has from its birth to its end. */
const alwaysThere: readonly string[] = ['block', 'order', 'text', 'color', 'state', 'source', 'createdAt']

function hasOthersWords(page: Y.Doc, record: Y.Map<unknown>): boolean {
  const text = record.get('text')
  if (!(text instanceof Y.Text)) return false
  for (let each = text._start; each !== null; each = each.right)
    if (!each.deleted && each.countable && each.id.client !== page.clientID) return true
  return false
}

/** The places of the block's notes, in order: those not deleted, and `born`. */
function inBlock(
  page: Y.Doc,
  block: BlockKey,
  born: readonly string[] = [],
): { id: string; order: string }[] {
  const found: { id: string; order: string }[] = []
  notes(page).forEach((record, id) => {
    if (!(record instanceof Y.Map) || record.get('block') !== block) return
    if (record.has(deleted) && !born.includes(id)) return
    const order = orderKey.safeParse(record.get('order'))
    if (order.success) found.push({ id, order: order.data })
  })
  return found.sort(byOrder)
}

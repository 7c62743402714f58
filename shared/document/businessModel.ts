// A business-model page: one set of notes, each in a block; the layouts are views of it.
import * as Y from 'yjs'
import { z } from 'zod'
import { localOrigin } from './control'
import { newId } from './ids'
import { noteColors, type NoteColor } from './noteLook'
import { byOrder, orderBetween } from './order'
import { viewRecords, type RecordView } from './recordView'

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
  order: z.string().min(1).max(200),
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

const notes = (page: Y.Doc) => page.getMap<Y.Map<unknown>>('notes')

export function viewNotes(page: Y.Doc): RecordView<BusinessModelNote> {
  return viewRecords(notes(page), (id, record) => note.parse({ source: null, ...record.toJSON(), id }))
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
  page.transact(() => {
    for (const each of added) {
      const id = each.id ?? newId(12)
      const record = new Y.Map<unknown>()
      record.set('block', each.block)
      record.set('order', orderBetween(lastOrder(page, each.block), null))
      record.set('text', new Y.Text(each.text))
      record.set('color', each.color ?? 'yellow')
      record.set('state', each.state ?? 'guess')
      if (each.author) record.set('author', each.author)
      if (each.language) record.set('language', each.language)
      if (each.source) record.set('source', { page: each.source.page, id: each.source.id })
      record.set('createdAt', each.now)
      notes(page).set(id, record)
      ids.push(id)
    }
  }, localOrigin)
  return ids
}

/** Puts a note in `block` before the note `next`, or last when that is null. */
export function moveNote(page: Y.Doc, id: string, block: BlockKey, next: string | null): void {
  const others = inBlock(page, block).filter((each) => each.id !== id)
  const found = next === null ? -1 : others.findIndex((each) => each.id === next)
  const at = found < 0 ? others.length : found
  const order = orderBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null)
  page.transact(() => {
    const record = notes(page).get(id)
    record?.set('block', block)
    record?.set('order', order)
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

/** Takes notes away. Undo brings them back with all they held. */
export function deleteNotes(page: Y.Doc, ids: readonly string[]): void {
  page.transact(() => ids.forEach((id) => notes(page).delete(id)), localOrigin)
}

/** Undo and redo of this person's own changes to the page. */
export function noteUndo(page: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(notes(page), { trackedOrigins: new Set([localOrigin]), captureTimeout: 400 })
}

function inBlock(page: Y.Doc, block: BlockKey): { id: string; order: string }[] {
  const found: { id: string; order: string }[] = []
  notes(page).forEach((record, id) => {
    const order = record.get('order')
    if (record.get('block') === block && typeof order === 'string') found.push({ id, order })
  })
  return found.sort(byOrder)
}

function lastOrder(page: Y.Doc, block: BlockKey): string | null {
  return inBlock(page, block).at(-1)?.order ?? null
}

// What the parts of the page share.
import { createContext, useContext, useSyncExternalStore, type RefObject } from 'react'
import type { PageProps } from '../../document/page'
import type { BlockKey, BusinessModelNote, Layout } from '../../../shared/document/businessModel'
import type { NoteActions } from './noteActions'
import type { OwnPlace, Places, Someone } from './places'

/** What was begun and not added, by block. */
export interface Drafts {
  read(block: BlockKey): string
  keep(block: BlockKey, text: string): void
}

export interface Canvas extends Pick<PageProps, 'room' | 'pages' | 'goTo'> {
  layout: Layout
  canWrite: boolean
  isNarrow: boolean
  actions: NoteActions
  places: Places
  tell: (place: OwnPlace) => void
  /** The note whose text this person writes in. */
  editing: string | null
  /** Where their caret was, so that a note that is moved meanwhile goes on where it was. */
  caretRef: RefObject<number | null>
  startEditing: (id: string) => void
  /** `goBack`: the keyboard goes on from the note. */
  stopEditing: (goBack: boolean) => void
  showDetails: (id: string) => void
  /** The note that a link led to, for a moment. */
  highlighted: string | null
  /** Words begun in a block's new note and not added yet. */
  drafts: Drafts
}

export const CanvasContext = createContext<Canvas | null>(null)

export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext)
  if (!canvas) throw new Error('outside the canvas')
  return canvas
}

type NotesOfBlocks = ReadonlyMap<BlockKey, readonly BusinessModelNote[]>
const none: readonly BusinessModelNote[] = []

/** The shown notes of each block; apart from the rest, so that a letter typed draws one list again and not every note. */
export const NotesContext = createContext<NotesOfBlocks>(new Map())

export function useNotesIn(block: BlockKey): readonly BusinessModelNote[] {
  return useContext(NotesContext).get(block) ?? none
}

/** Who else writes in this note. */
export function useWriters(noteId: string): readonly Someone[] {
  const { places } = useCanvas()
  return useSyncExternalStore(places.subscribe, () => places.inNote(noteId))
}

/** Who else is in this block. */
export function usePeopleIn(block: BlockKey): readonly Someone[] {
  const { places } = useCanvas()
  return useSyncExternalStore(places.subscribe, () => places.inBlock(block))
}

// The colour of the next note. Kept apart from the colour of pens, which tldraw would share with notes.
import { atom, type Atom, type Editor } from 'tldraw'
import type { NoteColor } from '../../../shared/document/noteLook'

const kept = new WeakMap<Editor, Atom<NoteColor>>()

export function nextNoteColor(editor: Editor): Atom<NoteColor> {
  let color = kept.get(editor)
  if (!color) kept.set(editor, (color = atom<NoteColor>('next note color', 'yellow')))
  return color
}

// Our six note colours and what tldraw calls them.
import { noteColors, type NoteColor } from '../../../shared/document/noteLook'

export const boardColorOf = {
  yellow: 'yellow',
  red: 'light-red',
  blue: 'light-blue',
  green: 'light-green',
  violet: 'light-violet',
  grey: 'grey',
} as const satisfies Record<NoteColor, string>

export type BoardNoteColor = (typeof boardColorOf)[NoteColor]

const byBoardColor = new Map<string, NoteColor>(noteColors.map((color) => [boardColorOf[color], color]))

/** The note colour that tldraw's stands for, or undefined when it is none of ours. */
export const noteColorOf = (boardColor: string): NoteColor | undefined => byBoardColor.get(boardColor)

/** As {@link noteColorOf}, with the nearest of ours for tldraw's other colours. */
export function nearestNoteColor(boardColor: string): NoteColor {
  const nearest: Record<string, NoteColor> = {
    orange: 'yellow',
    red: 'red',
    blue: 'blue',
    green: 'green',
    violet: 'violet',
    black: 'grey',
    white: 'grey',
  }
  return noteColorOf(boardColor) ?? nearest[boardColor] ?? 'yellow'
}

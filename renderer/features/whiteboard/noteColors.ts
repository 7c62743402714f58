// Our six note colours, what tldraw calls them, and how it is to draw them.
import { DefaultColorThemePalette } from 'tldraw'
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

// tldraw draws in pictures and on paper too, where the page's design tokens are out of reach; a test holds these to them.
export const notePaper: Record<'lightMode' | 'darkMode', Record<NoteColor, string> & { ink: string }> = {
  lightMode: {
    yellow: '#fbe48a',
    red: '#f7bfb0',
    blue: '#bcdcf0',
    green: '#c5e2b2',
    violet: '#dccbf0',
    grey: '#dedad2',
    ink: '#2a231d',
  },
  darkMode: {
    yellow: '#564609',
    red: '#642b20',
    blue: '#1f4a66',
    green: '#2f5026',
    violet: '#4b3568',
    grey: '#46473f',
    ink: '#f6f3ec',
  },
}

for (const mode of ['lightMode', 'darkMode'] as const)
  for (const color of noteColors) {
    const { note } = DefaultColorThemePalette[mode][boardColorOf[color]]
    note.fill = notePaper[mode][color]
    note.text = notePaper[mode].ink
  }

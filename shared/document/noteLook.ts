// A note's look: six colours, each always together with its own symbol, so that colour never speaks alone.

export const noteColors = ['yellow', 'red', 'blue', 'green', 'violet', 'grey'] as const
export type NoteColor = (typeof noteColors)[number]

export const noteSymbols = {
  yellow: 'circle',
  red: 'triangle',
  blue: 'square',
  green: 'diamond',
  violet: 'cross',
  grey: 'star',
} as const satisfies Record<NoteColor, string>

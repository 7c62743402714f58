// A heading with its sticky notes in rows below it: what workshop walls are made of.
import type { NoteColor } from '../document/noteLook'
import { noteGap, noteSide, type BoardBuilder, type Point } from './boardBuilder'

export interface NoteGroup {
  heading: string
  color: NoteColor
  notes: readonly string[]
  /** Notes in a row; default 2. */
  columns?: number
}

/** From the heading's top to the first note. */
export const headingHeight = 72

export const groupWidth = (columns: number) => columns * noteSide + (columns - 1) * noteGap
export const groupHeight = (rows: number) => headingHeight + rows * noteSide + (rows - 1) * noteGap

/** Puts a group on the board; returns the ids of its notes. */
export function putGroup(board: BoardBuilder, at: Point, group: NoteGroup): string[] {
  const columns = group.columns ?? 2
  const step = noteSide + noteGap
  board.text(at, group.heading, { size: 'l' })
  return group.notes.map((text, index) =>
    board.note(
      { x: at.x + (index % columns) * step, y: at.y + headingHeight + Math.floor(index / columns) * step },
      text,
      group.color,
    ),
  )
}

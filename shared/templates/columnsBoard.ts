// A board of columns side by side, each with a heading, a question and starting notes; most templates are such boards.
import type { NoteColor } from '../document/noteLook'
import type { BoardRecord } from '../document/whiteboard'
import { buildBoard, noteGap, noteSide } from './boardBuilder'
import { groupWidth, headingHeight } from './noteGroup'

export interface BoardColumn {
  heading: string
  /** What to write about, in one or two sentences. */
  question: string
  color: NoteColor
  /** First notes, as examples of what is wanted. */
  notes: readonly string[]
  /** Notes in a row; default 1. */
  columns?: number
}

export interface ColumnsBoard {
  title: string
  /** How to go about it, in a sentence. */
  lead: string
  columns: readonly BoardColumn[]
  /** Draws an arrow from each column's first note to the next one's. */
  isChain?: boolean
}

const columnGap = 100
const questionHeight = 130

/** The board's records; ids begin with `prefix`. */
export function drawColumns(prefix: string, { title, lead, columns, isChain }: ColumnsBoard): BoardRecord[] {
  const board = buildBoard(prefix)
  board.text({ x: 0, y: 0 }, title, { size: 'xl' })
  board.text({ x: 0, y: 84 }, lead, { size: 'm', color: 'grey' })
  let x = 0
  const firsts: string[] = []
  for (const column of columns) {
    const perRow = column.columns ?? 1
    const width = Math.max(groupWidth(perRow), 260)
    board.text({ x, y: 190 }, column.heading, { size: 'l' })
    board.text({ x, y: 190 + headingHeight - 12 }, column.question, { size: 's', color: 'grey', width })
    column.notes.forEach((text, index) => {
      const id = board.note(
        {
          x: x + (index % perRow) * (noteSide + noteGap),
          y: 190 + headingHeight + questionHeight + Math.floor(index / perRow) * (noteSide + noteGap),
        },
        text,
        column.color,
      )
      if (index === 0) firsts.push(id)
    })
    x += width + columnGap
  }
  if (isChain) firsts.slice(1).forEach((id, at) => board.arrow(firsts[at]!, id, { color: 'grey' }))
  return board.records()
}

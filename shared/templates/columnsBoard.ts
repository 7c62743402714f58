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
}

export interface ColumnsBoard {
  title: string
  /** How to go about it, in a sentence. */
  lead: string
  columns: readonly BoardColumn[]
  /** Draws an arrow from each column's first note to the next one's. */
  isChain?: boolean
}

const top = 190
const columnGap = 100
const questionHeight = 140
/** Room for two rows of notes below a column's question before the next row of columns. */
const rowHeight = headingHeight + questionHeight + 2 * noteSide + noteGap + 110

/**
 * The board's records; ids begin with `prefix`. A chain stands in one row, one note wide; other boards have room for
 * two notes beside each other, and six columns stand three by three.
 */
export function drawColumns(
  prefix: string,
  { title, lead, columns, isChain = false }: ColumnsBoard,
): BoardRecord[] {
  const board = buildBoard(prefix)
  board.text({ x: 0, y: 0 }, title, { size: 'xl' })
  board.text({ x: 0, y: 84 }, lead, { size: 'm' })
  const perRow = isChain
    ? columns.length
    : columns.length > 4
      ? Math.ceil(columns.length / 2)
      : columns.length
  const notesAcross = isChain ? 1 : 2
  const width = isChain && columns.length > 4 ? 300 : groupWidth(2)
  const firsts: string[] = []
  columns.forEach((column, at) => {
    const x = (at % perRow) * (width + columnGap)
    const y = top + Math.floor(at / perRow) * rowHeight
    board.text({ x, y }, column.heading, { size: 'l' })
    board.text({ x, y: y + headingHeight - 10 }, column.question, { size: isChain ? 's' : 'm', width })
    column.notes.forEach((text, index) => {
      const across = index % notesAcross
      const down = Math.floor(index / notesAcross)
      const id = board.note(
        {
          x: x + across * (noteSide + noteGap),
          y: y + headingHeight + questionHeight + down * (noteSide + noteGap),
        },
        // What is to be filled in stays on the line of the word before it.
        text.replaceAll(' …', '\u00a0…'),
        column.color,
      )
      if (index === 0) firsts.push(id)
    })
  })
  if (isChain) firsts.slice(1).forEach((id, at) => board.arrow(firsts[at]!, id))
  return board.records()
}

import { renderPlaintextFromRichText, type Editor, type TLNoteShape, type TLShapeId } from 'tldraw'
import { addNotes, type BlockKey } from '../../../shared/document/businessModel'
import type { Room } from '../../document/session'
import { nearestNoteColor } from './noteColors'

export interface NotesToSend {
  editor: Editor
  ids: readonly string[]
  /** The board's page. */
  from: string
  /** The canvas. */
  to: Room['doc']
  block: BlockKey
}

/** Adds the notes to a block, from left to right and top to bottom, and gives the ids that they have there. */
export function sendNotes({ editor, ids, from, to, block }: NotesToSend): string[] {
  const now = Date.now()
  const notes = ids
    .map((id) => editor.getShape<TLNoteShape>(id as TLShapeId))
    .filter((shape) => shape?.type === 'note')
    .map((shape) => ({ shape: shape!, bounds: editor.getShapePageBounds(shape!) }))
    .sort((a, b) => inReadingOrder(a.bounds, b.bounds))
  return addNotes(
    to,
    notes.map(({ shape }) => ({
      block,
      text: renderPlaintextFromRichText(editor, shape.props.richText),
      color: nearestNoteColor(shape.props.color),
      ...(typeof shape.meta.author === 'string' && { author: shape.meta.author }),
      source: { page: from, id: shape.id },
      now,
    })),
  )
}

/** Notes that begin within the same half of a note's height stand in one row. */
function inReadingOrder(
  a?: { x: number; y: number; h: number },
  b?: { x: number; y: number; h: number },
): number {
  if (!a || !b) return 0
  const row = Math.round(a.y / 100) - Math.round(b.y / 100)
  return row !== 0 ? row : a.x - b.x
}

import { renderPlaintextFromRichText, type Editor, type TLNoteShape, type TLShapeId } from 'tldraw'
import { addNotes, type BlockKey } from '../../../shared/document/businessModel'
import type { Page } from '../../../shared/document/control'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { takeIntoChain, takeIntoPlan, takesAmount, type TakenNote } from '../../../shared/document/takeNotes'
import type { Step } from '../../../shared/impact/steps'
import { amountInText, type FoundAmount } from '../../../shared/money/amountInText'
import type { Room } from '../../document/session'
import type { NoteColor } from '../../../shared/document/noteLook'
import { nearestNoteColor } from './noteColors'

/** A note of the board as it is sent. */
export interface SentNote {
  id: string
  text: string
  color: NoteColor
  author: string | undefined
}

/** Where notes go on a canvas of each kind. */
export type SendPlace =
  | { kind: 'businessModel'; block: BlockKey }
  | { kind: 'impactChain'; step: Step }
  | { kind: 'financingPlan'; table: PlanTable }

/** The selected notes from left to right and top to bottom. */
export function readNotes(editor: Editor, ids: readonly string[]): SentNote[] {
  return ids
    .map((id) => editor.getShape<TLNoteShape>(id as TLShapeId))
    .filter((shape) => shape?.type === 'note')
    .map((shape) => ({ shape: shape!, bounds: editor.getShapePageBounds(shape!) }))
    .sort((a, b) => inReadingOrder(a.bounds, b.bounds))
    .map(({ shape }) => ({
      id: shape.id,
      text: renderPlaintextFromRichText(editor, shape.props.richText),
      color: nearestNoteColor(shape.props.color),
      author: typeof shape.meta.author === 'string' ? shape.meta.author : undefined,
    }))
}

/** The amounts that the notes' texts name. */
export function amountsIn(notes: readonly SentNote[], locale: string): Map<string, FoundAmount> {
  return new Map(
    notes.flatMap(({ id, text }) => {
      const found = amountInText(text, locale)
      return found ? [[id, found] as const] : []
    }),
  )
}

export interface NotesToSend {
  notes: readonly SentNote[]
  /** The board's page. */
  from: string
  /** The canvas, and its document. */
  canvas: Page
  to: Room['doc']
  place: SendPlace
  /** BCP 47, for what a comma in an amount means. */
  locale: string
}

/** Adds the notes to a canvas, each with the way back, and gives the ids that they have there. */
export function sendNotes({ notes, from, canvas, to, place, locale }: NotesToSend): string[] {
  if (place.kind === 'businessModel') {
    const now = Date.now()
    return addNotes(
      to,
      notes.map(({ id, text, color, author }) => ({
        block: place.block,
        text,
        color,
        ...(author !== undefined && { author }),
        source: { page: from, id },
        now,
      })),
    )
  }
  const amounts =
    place.kind === 'financingPlan' && takesAmount(place.table) ? amountsIn(notes, locale) : new Map()
  const taken = notes.map(({ id, text }): TakenNote => ({
    text,
    source: { page: from, id },
    amount: amounts.get(id) ?? null,
  }))
  return place.kind === 'impactChain'
    ? takeIntoChain(to, taken, place.step)
    : takeIntoPlan(to, taken, place.table, canvas.createdAt)
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

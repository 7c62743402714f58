// A business model on paper: the canvas on one sheet, and after it every note in full where the canvas could not hold
// them all or does not show all that is known.
import type { BlockKey } from '../../../shared/document/businessModel'
import { blocksOf } from '../../../shared/businessModel/layouts'
import type { Printing } from '../printing'
import type { PrintedPage } from '../readSession'
import { addSheet } from '../sheet'
import { drawCanvas } from './drawCanvas'
import { listNotes } from './listNotes'

export type PrintedModel = Extract<PrintedPage, { kind: 'businessModel' }>

/** Adds the sheets of one business model. */
export function printBusinessModel(printing: Printing, model: PrintedModel): void {
  const { body } = addSheet(printing.frame, { title: model.page.title, starts: 'page' })
  const shown = new Set<BlockKey>(blocksOf(model.layout))
  const isCut = drawCanvas(printing, model, body)
  const isBeside = model.notes.some((note) => !shown.has(note.block))
  const isKnownMore = model.notes.some((note) => note.evidence.trim() || note.segments.length > 0)
  if (isCut || isBeside || isKnownMore) listNotes(printing, model)
}

/** The place in the document where a block's notes stand in full. */
export function blockAnchor(pageId: string, block: BlockKey): string {
  return `notes-${pageId}-${block}`
}

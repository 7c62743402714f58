// A business model on paper: the canvas on one sheet, and after it every note in full where the canvas could not hold
// them all or does not show all that is known.
import type { BlockKey } from '../../../shared/document/businessModel'
import { blocksOf } from '../../../shared/businessModel/layouts'
import type { Printing } from '../printing'
import { addSheet } from '../sheet'
import { drawCanvas } from './drawCanvas'
import { listNotes } from './listNotes'
import type { PrintedModel } from './printedModel'

/** Adds the sheets of one business model. */
export function printBusinessModel(printing: Printing, model: PrintedModel): void {
  const { body } = addSheet(printing.frame, { title: model.page.title, starts: 'page' })
  const shown = new Set<BlockKey>(blocksOf(model.layout))
  const isCut = drawCanvas(printing, model, body)
  const isBeside = model.notes.some((note) => !shown.has(note.block))
  const isKnownMore = model.notes.some((note) => note.evidence.trim() || note.segments.length > 0)
  if (isCut || isBeside || isKnownMore) listNotes(printing, model)
}

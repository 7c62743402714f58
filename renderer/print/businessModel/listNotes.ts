// Every note of a business model in full, block by block: its text, and what is known of it.
import { blocksOf } from '../../../shared/businessModel/layouts'
import {
  blockKeys,
  notesOfBlock,
  type BlockKey,
  type BusinessModelNote,
} from '../../../shared/document/businessModel'
import { columnsOfSheets } from '../columns'
import { element, ownWords } from '../element'
import { flow, type FlowGroup, type FlowItem } from '../flow'
import { colorMark } from '../noteMark'
import type { Printing } from '../printing'
import { blockAnchor, type PrintedModel } from './printedModel'
import styles from '../list.module.css'

export function listNotes(printing: Printing, model: PrintedModel): void {
  const shown = blocksOf(model.layout)
  const beside = blockKeys.filter((block) => !shown.includes(block))
  const groups = [...shown, ...beside]
    .map((block) => ({ block, notes: notesOfBlock(model.notes, block) }))
    .filter(({ notes }) => notes.length > 0)
    .map(({ block, notes }) => group(printing, model, block, notes, beside.includes(block)))
  flow(groups, columnsOfSheets(printing.frame, model.page.title, printing.text('allNotes'), 'wide'))
}

function group(
  printing: Printing,
  model: PrintedModel,
  block: BlockKey,
  notes: readonly BusinessModelNote[],
  isBeside: boolean,
): FlowGroup {
  const { text, modelText } = printing
  const name = modelText(`block.${block}.title`)
  return {
    heading: (continued) =>
      continued
        ? element('p', { class: styles.heading, 'aria-hidden': 'true' }, text('continued', { name }))
        : element(
            'h3',
            { class: styles.heading, id: blockAnchor(model.page.id, block) },
            isBeside ? text('besideCanvas', { name }) : name,
          ),
    items: notes.flatMap((note) => itemsOf(printing, note)),
  }
}

/** The note, and where there is evidence for it, that as well: it may be long, and then it is broken on its own. */
function itemsOf(printing: Printing, note: BusinessModelNote): FlowItem[] {
  const { session, text, modelText } = printing
  const source = note.source ? session.titles.get(note.source.page) : undefined
  const known = [
    modelText(`state.${note.state}`),
    note.author,
    note.segments.length > 0 && `${modelText('details.segments')}: ${note.segments.join(', ')}`,
    source && text('from', { page: source }),
  ]
  const words = ownWords('p', note.text, {
    class: styles.text,
    'data-text': '',
    lang: note.language || undefined,
  })
  const after = element(
    'p',
    { class: styles.known, 'data-after-text': '', dir: 'auto' },
    known.filter(Boolean).join(' · '),
  )
  const items = [
    {
      text: words,
      element: element(
        'li',
        { class: styles.item },
        colorMark(note.color),
        element('div', { class: styles.words }, words, after),
      ),
    },
  ]
  if (note.evidence.trim()) {
    const evidence = ownWords('p', `${modelText('note.evidence')}: ${note.evidence.trim()}`, {
      class: styles.evidence,
      'data-text': '',
    })
    items.push({ text: evidence, element: element('li', { class: styles.item }, evidence) })
  }
  return items
}

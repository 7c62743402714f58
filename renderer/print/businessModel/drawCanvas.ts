// The canvas itself: every block in its place, text as large as lets everything in and never below 8 pt. A block that
// still can't hold its notes shows the first of them and says on which page all of them stand.
import { layoutPlans, type BlockPlace } from '../../../shared/businessModel/layouts'
import { noteStates, notesOfBlock, type BusinessModelNote } from '../../../shared/document/businessModel'
import { element, ownWords } from '../element'
import { fits, longestFit } from '../flow'
import { colorMark, stateMark } from '../noteMark'
import type { Printing } from '../printing'
import { blockAnchor, type PrintedModel } from './printedModel'
import styles from './canvas.module.css'

/** Sizes of text that are tried, in pt. */
const sizes = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8]
/** A column of notes is about this wide, in pt of text size: 30 letters or so. */
const lettersWide = 17

interface DrawnBlock {
  place: BlockPlace
  notes: readonly BusinessModelNote[]
  list: HTMLElement
}

/** Draws into a sheet's body. True when some block could not show all of its notes. */
export function drawCanvas(printing: Printing, model: PrintedModel, body: HTMLElement): boolean {
  const plan = layoutPlans[model.layout]
  const canvas = element('div', { class: styles.canvas })
  canvas.style.gridTemplateColumns = `repeat(${plan.columns}, minmax(0, 1fr))`
  canvas.style.gridTemplateRows = plan.rows.map((share) => `minmax(0, ${share}fr)`).join(' ')
  const blocks = plan.places.map((place): DrawnBlock => {
    const notes = notesOfBlock(model.notes, place.block)
    const list = element('ul', { class: styles.notes }, ...notes.map((note) => drawNote(printing, note)))
    const block = element(
      'section',
      { class: styles.block },
      element('h2', { class: styles.name }, printing.modelText(`block.${place.block}.title`)),
      list,
    )
    block.style.gridColumn = place.column.join(' / ')
    block.style.gridRow = place.row.join(' / ')
    // Lines between blocks, none along the canvas's own edge.
    if (place.column[0] > 1) block.dataset.after = ''
    if (place.row[0] > 1) block.dataset.below = ''
    canvas.append(block)
    return { place, notes, list }
  })
  body.classList.add(styles.body ?? '')
  body.append(canvas)
  const legend = drawLegend(printing, model)
  if (legend) body.append(legend)

  chooseSize(canvas, blocks)
  let isCut = false
  for (const block of blocks)
    if (!fits(block.list)) {
      isCut = true
      cut(printing, block, blockAnchor(model.page.id, block.place.block))
    }
  return isCut
}

function drawNote(printing: Printing, note: BusinessModelNote): HTMLElement {
  const drawn = element(
    'li',
    { class: styles.note },
    colorMark(note.color),
    ownWords('p', note.text, { class: styles.text, lang: note.language || undefined }),
    stateMark(note.state, printing.modelText(`state.${note.state}`)),
  )
  drawn.style.setProperty('--note', `var(--note-${note.color})`)
  drawn.style.setProperty('--note-edge', `var(--note-${note.color}-edge)`)
  return drawn
}

/** What the marks of states mean, where any are used. */
function drawLegend(printing: Printing, model: PrintedModel): HTMLElement | null {
  const used = noteStates.filter(
    (state) => state !== 'guess' && model.notes.some((note) => note.state === state),
  )
  if (used.length === 0) return null
  return element(
    'p',
    { class: styles.legend, 'aria-hidden': 'true' },
    ...used.map((state) => {
      const name = printing.modelText(`state.${state}`)
      return element('span', {}, stateMark(state, name), name)
    }),
  )
}

/** The largest size at which every block holds its notes, or the smallest there is. */
function chooseSize(canvas: HTMLElement, blocks: readonly DrawnBlock[]): void {
  for (const size of sizes) {
    canvas.style.setProperty('--note-size', `${size}pt`)
    for (const { list } of blocks) {
      const pointsWide = (list.clientWidth * 72) / 96
      list.style.columnCount = String(Math.max(1, Math.round(pointsWide / (lettersWide * size))))
    }
    if (blocks.every(({ list }) => fits(list))) return
  }
}

/** Leaves the first notes that fit, the last of them broken off where it must be, and where to read on. */
function cut(printing: Printing, { list, notes }: DrawnBlock, anchor: string): void {
  const drawn = [...list.children] as HTMLElement[]
  // A number as wide as any while measuring; numberSheets writes the true one.
  const page = element('span', { 'data-page-of-id': anchor }, '888')
  const more = element(
    'li',
    { class: styles.more },
    element('a', { href: `#${anchor}` }, `${printing.text('more')} `, page),
  )
  list.append(more)
  let shown = drawn.length
  const show = (count: number) => {
    for (; shown > count; shown--) drawn[shown - 1]?.remove()
    for (; shown < count; shown++) list.insertBefore(drawn[shown]!, more)
    return fits(list)
  }
  let low = 0
  let high = drawn.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (show(middle)) low = middle
    else high = middle - 1
  }
  show(low)
  const next = drawn[low]
  const text = next?.querySelector('p')
  const whole = notes[low]?.text
  if (!next || !text || whole === undefined) return
  list.insertBefore(next, more)
  const kept = longestFit(whole, (start) => {
    text.textContent = `${start} …`
    return fits(list)
  })
  if (kept < 12) next.remove()
  else text.textContent = `${whole.slice(0, kept).trimEnd()} …`
}

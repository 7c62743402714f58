// A table that goes on from sheet to sheet: its head stands on each, and a row is never divided unless it alone is
// longer than a sheet.
import { element, ownWords } from './element'
import { fits } from './flow'
import styles from './table.module.css'

/** A number as it is written; its value says how it looks. */
export interface NumberCell {
  readonly number: string
  readonly value: number
}
/** Somebody's own words, or words of ours. */
export type Cell = NumberCell | string | { readonly own: string }

export interface TableRow {
  readonly cells: readonly Cell[]
  /**
   * `left-out` is there but not counted, `detail` belongs to the row above, `group` begins a part of the table,
   * and `wide` has one text from side to side.
   */
  readonly tone?: 'total' | 'left-out' | 'detail' | 'group' | 'wide'
  /** A place in the document that others refer to. */
  readonly anchor?: string
}

export interface TableColumn {
  readonly head: string
  /** As CSS; columns without one share what is left. */
  readonly width?: string
  readonly isNumber?: boolean
}

export interface TableSpec {
  readonly heading: string
  /** The same heading where the table goes on. */
  readonly continued: string
  /** True for further columns of a table whose heading has been read out already. */
  readonly isMore?: boolean
  readonly lead?: string
  readonly note?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** Where tables are put, one under the other. */
export interface TablePlace {
  /** The sheet's body; null before the first sheet. */
  body(): HTMLElement | null
  /** Begins a new sheet. */
  next(): HTMLElement
}

export function layTable(place: TablePlace, spec: TableSpec): void {
  let part = startPart(place.body() ?? place.next(), spec, false)
  let isFirstOfPart = true
  const go = (isContinued: boolean) => {
    if (isFirstOfPart) part.root.remove()
    part = startPart(place.next(), spec, isContinued && !isFirstOfPart)
    isFirstOfPart = true
  }
  const holds = () => fits(place.body()!)
  let isStarted = false
  for (const [at, row] of spec.rows.entries()) {
    let drawn: HTMLTableRowElement | null = drawRow(spec, row)
    part.rows.append(drawn)
    // A heading of rows does not stay behind without any, nor does the table's.
    const next = spec.rows[at + 1]
    const follower = row.tone === 'group' && next ? drawRow(spec, next) : null
    if (follower) part.rows.append(follower)
    const isRoom = holds()
    follower?.remove()
    if (!isRoom) {
      drawn.remove()
      const isFresh = isFirstOfPart && part.root === place.body()?.firstElementChild
      if (!isFresh) go(isStarted)
      part.rows.append(drawn)
      while (drawn && !holds()) {
        drawn = breakRow(drawn, place.body()!)
        if (!drawn) break
        isFirstOfPart = false
        go(true)
        part.rows.append(drawn)
      }
    }
    isFirstOfPart = false
    isStarted = true
  }
  if (spec.note) {
    const note = element('p', { class: styles.note }, spec.note)
    part.root.append(note)
    if (!holds()) {
      note.remove()
      const alone = element('div', { class: styles.part }, note)
      place.next().append(alone)
    }
  }
}

interface Part {
  root: HTMLElement
  rows: HTMLElement
}

function startPart(body: HTMLElement, spec: TableSpec, isContinued: boolean): Part {
  const rows = element('tbody')
  const isRepeated = isContinued || spec.isMore === true
  const root = element(
    'section',
    { class: styles.part },
    isRepeated
      ? element('p', { class: styles.heading, 'aria-hidden': 'true' }, spec.continued)
      : element('h2', { class: styles.heading, dir: 'auto' }, spec.heading),
    !isRepeated && spec.lead ? element('p', { class: styles.lead }, spec.lead) : null,
    drawTable(spec.heading, spec.columns, rows),
  )
  body.append(root)
  return { root, rows }
}

/** A table whose rows are put in later. */
function drawTable(label: string, columns: readonly TableColumn[], rows: HTMLElement): HTMLTableElement {
  const widths = columns.map(({ width }) => {
    const column = element('col')
    if (width) column.style.width = width
    return column
  })
  const heads = columns.map(({ head, isNumber }) =>
    element('th', { scope: 'col', class: isNumber ? styles.number : undefined }, head),
  )
  return element(
    'table',
    { class: styles.table, 'aria-label': label },
    element('colgroup', {}, ...widths),
    element('thead', {}, element('tr', {}, ...heads)),
    rows,
  )
}

/** A whole table that fits where it stands, as on a sheet that is laid out by hand. */
export function smallTable(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): HTMLTableElement {
  const body = element('tbody', {}, ...rows.map((row) => drawRow({ columns }, row)))
  return drawTable(label, columns, body)
}

function drawRow({ columns }: Pick<TableSpec, 'columns'>, row: TableRow): HTMLTableRowElement {
  const drawn = element('tr', { 'data-tone': row.tone, id: row.anchor })
  if (row.tone === 'group' || row.tone === 'wide') {
    const head = drawCell(row.tone === 'group' ? 'th' : 'td', row.cells[0] ?? '')
    if (row.tone === 'group') head.setAttribute('scope', 'rowgroup')
    head.setAttribute('colspan', String(columns.length))
    drawn.append(head)
    return drawn
  }
  columns.forEach(({ isNumber }, at) => {
    const cell = drawCell(at === 0 ? 'th' : 'td', row.cells[at] ?? '')
    if (at === 0) cell.setAttribute('scope', 'row')
    if (isNumber) cell.classList.add(styles.number!)
    drawn.append(cell)
  })
  return drawn
}

function drawCell(tag: 'th' | 'td', cell: Cell): HTMLElement {
  if (typeof cell === 'string') return element(tag, { 'data-text': '' }, cell)
  if ('own' in cell) {
    const made = element(tag, { 'data-text': '', dir: 'auto' })
    made.append(...ownWords('span', cell.own.trim()).childNodes)
    return made
  }
  const look = cell.value === 0 ? styles.zero : cell.value < 0 ? styles.negative : undefined
  return element(tag, { class: look }, cell.number)
}

/**
 * Leaves as much of a row's texts as there is room for and gives a row with the rest; null when nothing can be taken
 * away.
 */
function breakRow(row: HTMLTableRowElement, box: HTMLElement): HTMLTableRowElement | null {
  const cells = [...row.querySelectorAll<HTMLElement>('[data-text]')]
  const wholes = cells.map((cell) => cell.textContent ?? '')
  const ends = (most: number) => wholes.map((whole) => wordEnd(whole, most))
  const show = (most: number) => {
    const cut = ends(most)
    cells.forEach((cell, at) => (cell.textContent = wholes[at]!.slice(0, cut[at]).trimEnd()))
    return fits(box)
  }
  let low = 0
  let high = Math.max(0, ...wholes.map((whole) => whole.length)) - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (show(middle)) low = middle
    else high = middle - 1
  }
  if (low <= 0) {
    cells.forEach((cell, at) => (cell.textContent = wholes[at]!))
    return null
  }
  show(low)
  const cut = ends(low)
  const rest = row.cloneNode(true) as HTMLTableRowElement
  rest.removeAttribute('id')
  rest
    .querySelectorAll<HTMLElement>('[data-text]')
    .forEach((cell, at) => (cell.textContent = wholes[at]!.slice(cut[at]).trimStart()))
  return rest
}

/** Where a start of at most `most` letters ends between words, or between letters in a word that long. */
function wordEnd(whole: string, most: number): number {
  if (whole.length <= most) return whole.length
  const space = whole.lastIndexOf(' ', most)
  return space > most / 2 ? space : most
}

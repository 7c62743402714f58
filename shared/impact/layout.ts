// Where the drawing puts the elements: columns from need to societal impact, in each the order people gave. Pure
// geometry in the drawing's own pixels; sizes are computed from the text, so that nothing needs to be measured.
import type { ElementType, Horizon } from './input'
import { groupBySteps, steps, type Step } from './steps'

export const needId = 'need'
/** The need comes before all steps. */
export const columns = [needId, ...steps] as const
export type Column = (typeof columns)[number]

export const columnWidth = 188
export const columnGap = 52
export const rowGap = 18
const lineHeight = 20
const mostLines = 6

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedBox extends Box {
  readonly column: Column
}

interface Laid {
  readonly id: string
  readonly type: ElementType
  readonly horizon: Horizon | null
  readonly title: string
  readonly negative: boolean
}

export interface ChainLayout {
  /** By element id, and the need's under {@link needId}. */
  readonly boxes: ReadonlyMap<string, PlacedBox>
  /** The ids in each column, from above. */
  readonly inColumn: ReadonlyMap<Column, readonly string[]>
  readonly width: number
  readonly height: number
}

export const columnX = (column: Column) => columns.indexOf(column) * (columnWidth + columnGap)

/** Places the elements, given in their order, and the need. */
export function layoutChain(inOrder: readonly Laid[], need = ''): ChainLayout {
  const boxes = new Map<string, PlacedBox>()
  const inColumn = new Map<Column, readonly string[]>([[needId, [needId]]])
  const needBox = boxOf(needId, 0, Math.max(textHeight(need, 10), textHeight('', 1) + lineHeight))
  boxes.set(needId, needBox)
  let height = needBox.height
  for (const [step, elements] of groupBySteps(inOrder)) {
    let y = 0
    for (const element of elements) {
      const box = boxOf(step, y, textHeight(element.title, mostLines) + (element.negative ? lineHeight : 0))
      boxes.set(element.id, box)
      y += box.height + rowGap
    }
    inColumn.set(
      step,
      elements.map((each) => each.id),
    )
    height = Math.max(height, y - rowGap)
  }
  return { boxes, inColumn, width: columnX('impact') + columnWidth, height }
}

function boxOf(column: Column, y: number, height: number): PlacedBox {
  return { x: columnX(column), y, width: columnWidth, height, column }
}

/** Text, the row of marks below it and the space around. */
function textHeight(text: string, most: number): number {
  return Math.min(most, countLines(text, 21)) * lineHeight + 48
}

/** Lines that a text takes at so many letters a line; an empty one takes one. */
export function countLines(text: string, letters: number): number {
  return text
    .trim()
    .split('\n')
    .reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, letters), 0)
}

function linesOfParagraph(paragraph: string, letters: number): number {
  let lines = 1
  let used = 0
  for (const word of paragraph.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > letters) {
      lines++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
    // A word longer than a line is broken.
    lines += Math.floor((used - 1) / letters) * (used > letters ? 1 : 0)
    used = used > letters ? ((used - 1) % letters) + 1 : used
  }
  return lines
}

export interface DropPlace {
  readonly step: Step
  /** The element it comes before; null is last. */
  readonly next: string | null
  /** Where the line that shows the place is drawn. */
  readonly y: number
}

/** The place that a dragged element's middle points at. Nothing can be put in the need's column. */
export function placeAt(layout: ChainLayout, middle: { x: number; y: number }, dragged: string): DropPlace {
  const at = Math.round((middle.x - columnWidth / 2) / (columnWidth + columnGap)) - 1
  const step = steps[Math.min(Math.max(at, 0), steps.length - 1)]!
  const others = (layout.inColumn.get(step) ?? []).filter((id) => id !== dragged)
  const next = others.find((id) => middle.y < centre(layout.boxes.get(id)!).y)
  if (next !== undefined) return { step, next, y: layout.boxes.get(next)!.y - rowGap / 2 }
  const last = layout.boxes.get(others.at(-1) ?? '')
  return { step, next: null, y: last ? last.y + last.height + rowGap / 2 : 0 }
}

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The element that an arrow key leads to: the next in the column, or the nearest in the next column that has any. */
export function neighbourOf(layout: ChainLayout, id: string, direction: Direction): string | undefined {
  const box = layout.boxes.get(id)
  if (!box) return undefined
  const own = layout.inColumn.get(box.column) ?? []
  if (direction === 'up' || direction === 'down') return own[own.indexOf(id) + (direction === 'up' ? -1 : 1)]
  const by = direction === 'left' ? -1 : 1
  const middle = centre(box).y
  for (let at = columns.indexOf(box.column) + by; at >= 0 && at < columns.length; at += by) {
    const ids = layout.inColumn.get(columns[at]!) ?? []
    if (ids.length > 0) return nearest(ids, (each) => Math.abs(centre(layout.boxes.get(each)!).y - middle))
  }
  return undefined
}

function nearest(ids: readonly string[], distance: (id: string) => number): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const id of ids)
    if (distance(id) < least) {
      least = distance(id)
      best = id
    }
  return best
}

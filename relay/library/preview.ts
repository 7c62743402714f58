// A session's small picture: its first page as coloured boxes in a field of 160 × 100.
import type * as Y from 'yjs'
import { layoutPlans } from '../../shared/businessModel/layouts'
import { notesOfBlock, viewNotes } from '../../shared/document/businessModel'
import type { Page } from '../../shared/document/control'
import { countPlanRows } from '../../shared/document/financingPlan'
import { countElements } from '../../shared/document/readChain'
import { readBoard, type BoardRecord } from '../../shared/document/whiteboard'
import { placeOnPage, textOfShape } from '../../shared/file/boardText'
import { chainBoxes, planBoxes } from './canvasPreview'
import { previewField as field, type PreviewBox } from './previewField'

const most = 120

/** The boxes of a page; none for an empty page or one of an unknown kind. */
export function drawPreview(page: Page, doc: Y.Doc): PreviewBox[] {
  const draw = drawings[page.kind]
  return (draw?.(doc, page) ?? []).slice(0, most).map((box) => ({
    x: round(box.x),
    y: round(box.y),
    width: round(box.width),
    height: round(box.height),
    tone: box.tone,
  }))
}

const drawings: Readonly<Record<string, (doc: Y.Doc, page: Page) => PreviewBox[]>> = {
  whiteboard: (doc) => boardBoxes(readBoard(doc)),
  businessModel: (doc) => modelBoxes(doc),
  impactChain: (doc, page) => chainBoxes(doc, page),
  financingPlan: (doc, page) => planBoxes(doc, page),
}

/** How many notes, elements or rows are on a page. */
export function countNotes(page: Page, doc: Y.Doc): number {
  if (page.kind === 'businessModel') {
    const view = viewNotes(doc)
    const count = view.records().length
    view.close()
    return count
  }
  if (page.kind === 'financingPlan') return countPlanRows(doc)
  if (page.kind === 'impactChain') return countElements(doc)
  return readBoard(doc).filter((record) => record.typeName === 'shape' && record.type === 'note').length
}

function modelBoxes(doc: Y.Doc): PreviewBox[] {
  const { columns, rows, places } = layoutPlans.classic
  const width = (field.width - 2 * field.margin) / columns
  const unit = (field.height - 2 * field.margin) / rows.reduce((sum, share) => sum + share, 0)
  const top = (row: number) =>
    field.margin + unit * rows.slice(0, row - 1).reduce((sum, share) => sum + share, 0)
  const view = viewNotes(doc)
  const notes = view.records()
  view.close()
  const blocks: PreviewBox[] = []
  const filled: PreviewBox[] = []
  for (const { block, column, row } of places) {
    const box = {
      x: field.margin + width * (column[0] - 1),
      y: top(row[0]),
      width: width * (column[1] - column[0]),
      height: top(row[1]) - top(row[0]),
    }
    blocks.push({ ...box, tone: 'line' })
    const each = { width: box.width - 6, height: 5 }
    notesOfBlock(notes, block)
      .slice(0, Math.floor((box.height - 4) / (each.height + 2)))
      .forEach((note, at) =>
        filled.push({ x: box.x + 3, y: box.y + 3 + at * (each.height + 2), ...each, tone: note.color }),
      )
  }
  return [...blocks, ...filled]
}

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

function boardBoxes(records: readonly BoardRecord[]): PreviewBox[] {
  const all = new Map(records.map((record) => [record.id, record]))
  const shapes = records
    .filter((record) => record.typeName === 'shape' && record.type !== 'arrow' && record.type !== 'group')
    .map((shape) => ({ shape, bounds: boundsOf(shape, all) }))
    .filter((each): each is { shape: BoardRecord; bounds: Bounds } => each.bounds !== undefined)
    .sort((a, b) => (String(a.shape.index) < String(b.shape.index) ? -1 : 1))
  if (shapes.length === 0) return []
  const left = Math.min(...shapes.map(({ bounds }) => bounds.x))
  const top = Math.min(...shapes.map(({ bounds }) => bounds.y))
  const width = Math.max(...shapes.map(({ bounds }) => bounds.x + bounds.width)) - left
  const height = Math.max(...shapes.map(({ bounds }) => bounds.y + bounds.height)) - top
  const inner = { width: field.width - 2 * field.margin, height: field.height - 2 * field.margin }
  // A board with one note shows a note, not a field full of it.
  const scale = Math.min(inner.width / Math.max(width, 800), inner.height / Math.max(height, 500))
  const shift = { x: (field.width - width * scale) / 2, y: (field.height - height * scale) / 2 }
  return shapes.map(({ shape, bounds }) => ({
    x: shift.x + (bounds.x - left) * scale,
    y: shift.y + (bounds.y - top) * scale,
    width: Math.max(1, bounds.width * scale),
    height: Math.max(1, bounds.height * scale),
    tone: shape.type === 'note' ? toneOf((shape.props as Record<string, unknown>).color) : 'line',
  }))
}

/** The box of a shape on the page, by what its kind of shape says of its size. */
function boundsOf(shape: BoardRecord, all: ReadonlyMap<string, BoardRecord>): Bounds | undefined {
  const props = (shape.props ?? {}) as Record<string, unknown>
  const at = placeOnPage(shape, all)
  const scale = number(props.scale) || 1
  if (shape.type === 'note') return { ...at, width: 200 * scale, height: (200 + number(props.growY)) * scale }
  if (shape.type === 'text') {
    const high = { s: 24, m: 32, l: 48, xl: 58 }[String(props.size)] ?? 32
    const longest = Math.max(
      0,
      ...textOfShape(shape)
        .split('\n')
        .map((line) => line.length),
    )
    const width = props.autoSize ? longest * high * 0.42 : number(props.w)
    return { ...at, width: width * scale, height: high * 0.55 * scale }
  }
  if (shape.type === 'draw' || shape.type === 'highlight') return drawnBounds(props, at)
  const width = number(props.w)
  const height = number(props.h) + number(props.growY)
  return width > 0 && height > 0 ? { ...at, width, height } : undefined
}

function drawnBounds(props: Record<string, unknown>, at: { x: number; y: number }): Bounds | undefined {
  const segments = Array.isArray(props.segments) ? (props.segments as { points?: unknown }[]) : []
  const points = segments.flatMap((segment) =>
    Array.isArray(segment?.points) ? (segment.points as { x?: unknown; y?: unknown }[]) : [],
  )
  if (points.length === 0) return undefined
  const xs = points.map((point) => number(point?.x))
  const ys = points.map((point) => number(point?.y))
  const x = xs.reduce((a, b) => Math.min(a, b))
  const y = ys.reduce((a, b) => Math.min(a, b))
  return {
    x: at.x + x,
    y: at.y + y,
    width: xs.reduce((a, b) => Math.max(a, b)) - x,
    height: ys.reduce((a, b) => Math.max(a, b)) - y,
  }
}

/** A note colour of ours for one of tldraw's. */
function toneOf(color: unknown): string {
  const plain = String(color).replace('light-', '')
  const known: Record<string, string> = { orange: 'yellow', black: 'grey', white: 'grey' }
  return (
    known[plain] ?? (['yellow', 'red', 'blue', 'green', 'violet', 'grey'].includes(plain) ? plain : 'yellow')
  )
}

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const round = (value: number) => Math.round(value * 10) / 10

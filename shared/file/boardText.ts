// The words on a whiteboard, in the order a person reads them: for archives, search and previews.
import type { BoardRecord } from '../document/whiteboard'

/** One thing on the board that says something. Coordinates in the page's own units. */
export interface BoardItem {
  id: string
  /** tldraw's name of the shape: note, text, geo, arrow, image, … */
  type: string
  text: string
  color: string
  /** Written on the board itself in one of the two largest sizes: a heading, as a rule. */
  isLarge: boolean
  x: number
  y: number
}

/** The plain text of a ProseMirror document (tldraw's `richText`); paragraphs become lines. */
export function plainText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown }
  if (typeof text === 'string') return text
  if (type === 'hardBreak') return '\n'
  if (!Array.isArray(content)) return ''
  const isBlockList = content.some((child) => isBlock(child))
  return content.map(plainText).join(isBlockList ? '\n' : '')
}

const blocks = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
])
const isBlock = (node: unknown) =>
  typeof node === 'object' && node !== null && blocks.has(String((node as { type?: unknown }).type))

/** The text of one shape: what is written on it, or what its picture shows. */
export function textOfShape(shape: BoardRecord): string {
  const props = (shape.props ?? {}) as Record<string, unknown>
  const written = props.richText ? plainText(props.richText) : (props.text ?? props.name ?? props.altText)
  return typeof written === 'string' ? written.trim() : ''
}

/** Where a shape's own corner lies on the page: parents' places added. Rotation of parents is left out. */
export function placeOnPage(
  shape: BoardRecord,
  all: ReadonlyMap<string, BoardRecord>,
): { x: number; y: number } {
  let x = 0
  let y = 0
  let at: BoardRecord | undefined = shape
  // A damaged board may have parents in a circle.
  for (let depth = 0; at?.typeName === 'shape' && depth < 20; depth++) {
    x += finite(at.x)
    y += finite(at.y)
    at = typeof at.parentId === 'string' ? all.get(at.parentId) : undefined
  }
  return { x, y }
}

const finite = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** Everything with words, read in rows from the top and from the left within a row. */
export function readBoardItems(records: readonly BoardRecord[]): BoardItem[] {
  const all = new Map(records.map((record) => [record.id, record]))
  const items = records
    .filter((record) => record.typeName === 'shape')
    .map((shape) => {
      const props = (shape.props ?? {}) as Record<string, unknown>
      return {
        id: shape.id,
        type: String(shape.type),
        text: textOfShape(shape),
        color: String(props.color ?? ''),
        isLarge: shape.type === 'text' && (props.size === 'l' || props.size === 'xl'),
        ...placeOnPage(shape, all),
      }
    })
    .filter((item) => item.text !== '')
  // Notes put up by hand are never quite level: those within half a note's height are one row.
  const row = (item: BoardItem) => Math.round(item.y / 100)
  return items.sort((a, b) => row(a) - row(b) || a.x - b.x || (a.id < b.id ? -1 : 1))
}

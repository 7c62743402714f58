// Whether tldraw can show a record without coming to harm. Its validators look at most of it; the rest is looked at here.
import type { TLStore } from 'tldraw'
import type { BoardRecord } from '../../../shared/document/whiteboard'

/** Farther out or larger than this (canvas units) tldraw's arithmetic stops being exact. */
const farthest = 10_000_000
const deepest = 40
const blocks = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'codeBlock',
  'horizontalRule',
])
const inlines = new Set(['text', 'hardBreak'])
const marks = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight', 'underline'])
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why `record` can't be in the store, or undefined. `current` is the sound version that is there now. */
export function whyUnsound(store: TLStore, record: BoardRecord, current?: BoardRecord): string | undefined {
  const types: Record<string, { validate(record: unknown, current?: unknown): unknown } | undefined> =
    store.schema.types
  const type = types[record.typeName]
  if (!type) return `unknown type of record: ${record.typeName}`
  try {
    type.validate(record, current)
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
  return whyHarmful(record, current)
}

/** Why a record would do harm though tldraw's validators have nothing against it, or undefined. */
export function whyHarmful(record: BoardRecord, current?: BoardRecord): string | undefined {
  if (record.typeName !== 'shape') return undefined
  if (!record.id.startsWith('shape:')) return 'a shape under an id that is not a shape’s'
  if (tooFar(record.x) || tooFar(record.y)) return 'too far out'
  if (!isPlain(record.props) || (current && current.props === record.props)) return undefined
  for (const value of Object.values(record.props)) if (tooFar(value)) return 'too large'
  if ('richText' in record.props && (!current || richTextOf(current) !== record.props.richText))
    return isSoundText(record.props.richText) ? undefined : 'text that can’t be read'
  return undefined
}

const tooFar = (value: unknown) => typeof value === 'number' && Math.abs(value) > farthest
const richTextOf = (record: BoardRecord) => (isPlain(record.props) ? record.props.richText : undefined)

/** True for rich text that the text editor can draw. */
export function isSoundText(text: unknown): boolean {
  return isPlain(text) && text.type === 'doc' && areSound(text.content, blocks, 0)
}

function areSound(nodes: unknown, allowed: ReadonlySet<string>, depth: number): boolean {
  return (
    Array.isArray(nodes) && depth < deepest && nodes.every((node: unknown) => isSound(node, allowed, depth))
  )
}

function isSound(node: unknown, allowed: ReadonlySet<string>, depth: number): boolean {
  if (!isPlain(node) || typeof node.type !== 'string' || !allowed.has(node.type)) return false
  if (node.attrs !== undefined && node.attrs !== null && !isPlain(node.attrs)) return false
  if (node.marks !== undefined && !areMarks(node.marks)) return false
  if (node.type === 'text') return typeof node.text === 'string' && node.text !== ''
  if (node.content === undefined) return true
  const holdsText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock'
  return areSound(node.content, holdsText ? inlines : blocks, depth + 1)
}

function areMarks(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((mark: unknown) => isPlain(mark) && typeof mark.type === 'string' && marks.has(mark.type))
  )
}

// Whether tldraw can show a record without coming to harm. Its validators look at most of it; the rest is looked at here.
import type { TLRecord, TLStore } from 'tldraw'
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

/**
 * Gives the function that says why a record can't be in the store, or undefined when it can. `current` is the sound
 * version that is there now. What a record has in common with one that was sound is not looked at again: most notes
 * differ in their place and words only.
 */
export function soundness(
  store: TLStore,
): (record: BoardRecord, current?: BoardRecord) => string | undefined {
  const types: Record<string, { validate(record: unknown, known?: unknown): unknown } | undefined> =
    store.schema.types
  const lastSound = new Map<unknown, BoardRecord>()
  return (record, current) => {
    const type = types[record.typeName]
    if (!type) return `unknown type of record: ${record.typeName}`
    const kind = record.typeName === 'shape' ? record.type : record.typeName
    try {
      type.validate(record, current ?? lastSound.get(kind))
    } catch (problem) {
      return problem instanceof Error ? problem.message : String(problem)
    }
    lastSound.set(kind, record)
    return whyHarmful(record, current)
  }
}

/** Puts records that were looked at already; those that are new to the store are not looked at a second time. */
export function putChecked(store: TLStore, records: readonly BoardRecord[]): void {
  const all = records as unknown as TLRecord[]
  const isNew = (record: TLRecord) => !store.has(record.id)
  store.put(all.filter((record) => !isNew(record)))
  const { schema } = store
  const look = schema.validateRecord
  schema.validateRecord = (_store, record) => record
  try {
    store.put(all.filter(isNew))
  } finally {
    schema.validateRecord = look
  }
}

/** Why a record would do harm though tldraw's validators have nothing against it, or undefined. */
function whyHarmful(record: BoardRecord, current?: BoardRecord): string | undefined {
  if (record.typeName !== 'shape') return undefined
  if (!record.id.startsWith('shape:')) return 'a shape under an id that is not a shape’s'
  if (tooFar(record.x) || tooFar(record.y)) return 'too far out'
  if (!isPlain(record.props) || (current && current.props === record.props)) return undefined
  for (const key in record.props) if (tooFar(record.props[key])) return 'too large'
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
  if (!Array.isArray(nodes) || depth >= deepest) return false
  for (const node of nodes as unknown[]) if (!isSound(node, allowed, depth)) return false
  return true
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

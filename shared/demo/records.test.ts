import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLRecord } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import type { BoardRecord } from '../document/whiteboard'
import { englishTemplates } from '../templates/english'
import type { WrittenTemplateId } from '../templates/template'
import { swedishTemplates } from '../templates/swedish'
import { drawWall } from './wall'

const schema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })

/** Throws what tldraw says when a record is not one of its own. */
function validate(record: BoardRecord): void {
  const type = schema.types[record.typeName as TLRecord['typeName']]
  if (!type) throw new Error(`tldraw knows no ${record.typeName}`)
  type.validate(record as unknown as TLRecord)
}

const { records } = drawWall({
  sha256: 'a'.repeat(64),
  type: 'image/png',
  bytes: 10,
  natural: { width: 720, height: 480 },
})
const shapes = (type: string) =>
  records.filter((record) => record.typeName === 'shape' && record.type === type)

test('tldraw accepts every record of the demo wall, and refuses a spoilt one', () => {
  for (const record of records) expect(() => validate(record), record.id).not.toThrow()
  const note = shapes('note')[0]!
  expect(() => validate({ ...note, props: { ...(note.props as object), color: 'pink' } })).toThrow()
})

test('the wall holds at least 30 notes, drawings, bound arrows and a picture', () => {
  expect(shapes('note').length).toBeGreaterThanOrEqual(30)
  expect(shapes('draw').length).toBeGreaterThanOrEqual(10)
  expect(shapes('image')).toHaveLength(1)
  const bindings = records.filter((record) => record.typeName === 'binding')
  expect(bindings).toHaveLength(2 * shapes('arrow').length)
  const ids = new Set(records.map((record) => record.id))
  expect(ids.size).toBe(records.length)
  for (const binding of bindings)
    expect(ids.has(binding.toId as string) && ids.has(binding.fromId as string)).toBe(true)
})

const writtenTemplates = Object.keys(swedishTemplates) as WrittenTemplateId[]
const boards = [
  { name: 'demo', records },
  ...writtenTemplates.flatMap((id) =>
    [swedishTemplates[id], englishTemplates[id]].flatMap((template) =>
      template.pages.flatMap((page) =>
        page.kind === 'whiteboard'
          ? [{ name: `${template.title}: ${page.title}`, records: [...page.records] }]
          : [],
      ),
    ),
  ),
]

test.each(boards)('$name: sound records, and no note lies on another', ({ records: all }) => {
  for (const record of all) expect(() => validate(record), record.id).not.toThrow()
  const boxes = all
    .filter(({ typeName, type }) => typeName === 'shape' && (type === 'note' || type === 'image'))
    .map((shape) => {
      const props = shape.props as { w?: number; h?: number; growY?: number }
      return {
        x: Number(shape.x),
        y: Number(shape.y),
        w: props.w ?? 200,
        h: props.h ?? 200 + (props.growY ?? 0),
      }
    })
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1))
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
  })
})

test('every template has the same pages in both languages', () => {
  for (const id of writtenTemplates) {
    const kinds = (pages: readonly { kind: string }[]) => pages.map((page) => page.kind)
    expect(kinds(englishTemplates[id].pages)).toEqual(kinds(swedishTemplates[id].pages))
    const counts = (template: (typeof swedishTemplates)[typeof id]) =>
      template.pages.map((page) =>
        page.kind === 'whiteboard'
          ? page.records.length
          : page.kind === 'businessModel'
            ? page.notes.length
            : 0,
      )
    expect(counts(englishTemplates[id])).toEqual(counts(swedishTemplates[id]))
  }
})

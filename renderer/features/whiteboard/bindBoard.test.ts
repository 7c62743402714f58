import type { TLRecord } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  boardRecords,
  keepBoardSchema,
  putBoard,
  type BoardRecord,
} from '../../../shared/document/whiteboard'
import {
  edit,
  makeArrow,
  makeBinding,
  makeFrame,
  makeNote,
  mark,
  meet,
  openTestBoard,
  shown,
  type TestBoard,
} from './boardForTests'

const open: TestBoard[] = []
const board = (...options: Parameters<typeof openTestBoard>): TestBoard => {
  const made = openTestBoard(...options)
  open.push(made)
  return made
}
afterEach(() => open.splice(0).forEach((each) => each.close()))

const note = (of: TestBoard, id: string) =>
  of.store.get(`shape:${id}` as TLRecord['id']) as unknown as
    (BoardRecord & { x: number; props: Record<string, unknown> }) | undefined

test('what one person makes, moves and deletes is there for the other', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('one'), makeNote('two')])
  meet(a, b)
  expect(shown(b)).toEqual(shown(a))
  expect(Object.keys(shown(b))).toEqual(['shape:one', 'shape:two'])
  edit(b, 'one', { x: 70 })
  b.store.remove(['shape:two' as TLRecord['id']])
  meet(a, b)
  expect(note(a, 'one')?.x).toBe(70)
  expect(note(a, 'two')).toBeUndefined()
})

test('two people who change different properties of one note both keep their change', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('one')])
  meet(a, b)
  edit(a, 'one', { x: 50, y: 60 })
  edit(b, 'one', { props: { color: 'light-red' } })
  meet(a, b)
  for (const each of [a, b]) {
    expect(note(each, 'one')).toMatchObject({ x: 50, y: 60, props: { color: 'light-red' } })
  }
})

test('a note that is deleted while somebody changes it stays deleted and harms nobody', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('one'), makeNote('two')])
  meet(a, b)
  a.store.remove(['shape:one' as TLRecord['id']])
  edit(b, 'one', { x: 500 })
  edit(b, 'two', { x: 5 })
  meet(a, b)
  for (const each of [a, b]) {
    expect(note(each, 'one')).toBeUndefined()
    expect(note(each, 'two')?.x).toBe(5)
  }
})

test('cameras, pages and selections stay with each person', () => {
  const [a, b] = [board(), board()]
  const own = { id: 'page:other', typeName: 'page', name: 'Other', index: 'a2', meta: {} }
  a.store.put([own as unknown as TLRecord, makeNote('one')])
  meet(a, b)
  expect([...boardRecords(b.doc).keys()]).toEqual(['shape:one'])
  putBoard(a.doc, [{ ...own, id: 'page:third' }], 'import')
  meet(a, b)
  expect(b.store.has('page:third' as TLRecord['id'])).toBe(false)
  expect(b.binding.bad()).toEqual([])
})

test('a record that tldraw can’t take is told of, kept, and shown as soon as it is sound', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('good'), makeNote('bad')])
  meet(a, b)
  let told = 0
  b.binding.subscribe(() => told++)
  const kept = boardRecords(a.doc).get('shape:bad')!
  kept.set('props.color', 'no such colour')
  meet(a, b)
  expect(b.binding.bad().map(({ id }) => id)).toEqual(['shape:bad'])
  expect(told).toBe(1)
  expect(note(b, 'good')).toBeDefined()
  expect(note(b, 'bad')).toBeUndefined()
  expect(boardRecords(b.doc).has('shape:bad')).toBe(true)
  edit(b, 'good', { x: 12 })
  meet(a, b)
  expect(note(a, 'good')?.x).toBe(12)
  kept.set('props.color', 'grey')
  meet(a, b)
  expect(b.binding.bad()).toEqual([])
  expect(note(b, 'bad')).toMatchObject({ props: { color: 'grey' } })
})

test.each<[string, (records: Y.Map<Y.Map<unknown>>) => void]>([
  ['a plain value', (records) => records.set('shape:bad', 'nonsense' as unknown as Y.Map<unknown>)],
  ['an empty record', (records) => records.set('shape:bad', new Y.Map())],
  ['an unknown type', (records) => records.set('what:bad', new Y.Map([['typeName', 'what']]))],
  [
    'text that the editor can’t draw',
    (records) => spoil(records, 'props.richText', { type: 'doc', content: [7] }),
  ],
  [
    'an empty piece of text',
    (records) => spoil(records, 'props.richText', docOf({ type: 'text', text: '' })),
  ],
  ['an unknown piece of text', (records) => spoil(records, 'props.richText', docOf({ type: 'iframe' }))],
  ['a position that is none', (records) => spoil(records, 'at', 'here')],
  ['a position beyond everything', (records) => spoil(records, 'at', [1e300, 0, 0])],
  ['a page from the web', (records) => spoil(records, 'type', 'embed')],
])('%s harms nothing but itself', (_what, spoilIt) => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('good'), makeNote('spare')])
  meet(a, b)
  spoilIt(boardRecords(a.doc))
  meet(a, b)
  for (const each of [a, b, board({ doc: b.doc })]) {
    expect(each.binding.bad()).toHaveLength(1)
    expect(note(each, 'good')).toBeDefined()
  }
})
const docOf = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const spoil = (records: Y.Map<Y.Map<unknown>>, key: string, value: unknown) =>
  records.get('shape:spare')!.set(key, value)

test('a thing put into a frame that somebody else deletes is shown on the page', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeFrame('frame'), makeNote('one')])
  meet(a, b)
  a.store.remove(['shape:frame' as TLRecord['id']])
  edit(b, 'one', { parentId: 'shape:frame', x: 5 })
  meet(a, b)
  for (const each of [a, b, board({ doc: a.doc })]) expect(note(each, 'one')?.parentId).toBe('page:page')
})

test('two frames that are put into each other at once end in the same order for all', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeFrame('one'), makeFrame('two')])
  meet(a, b)
  edit(a, 'one', { parentId: 'shape:two' })
  edit(b, 'two', { parentId: 'shape:one' })
  meet(a, b)
  const late = board({ doc: a.doc })
  for (const each of [a, b, late]) {
    expect(note(each, 'one')?.parentId).toBe('page:page')
    expect(note(each, 'two')?.parentId).toBe('shape:one')
  }
  edit(b, 'two', { parentId: 'page:page' })
  meet(a, b)
  expect(note(a, 'one')?.parentId).toBe('shape:two')
})

test('an arrow’s hold on a note that is gone is left out until the note is there again', () => {
  const [a, b] = [board(), board()]
  a.store.put([makeNote('one'), makeArrow('arrow')])
  meet(a, b)
  mark(a)
  a.store.remove(['shape:one' as TLRecord['id']])
  b.store.put([makeBinding('hold', 'arrow', 'one')])
  meet(a, b)
  const hold = 'binding:hold' as TLRecord['id']
  for (const each of [a, b, board({ doc: a.doc })]) expect(each.store.has(hold)).toBe(false)
  a.history.undo()
  meet(a, b)
  for (const each of [a, b]) expect(each.store.has(hold)).toBe(true)
})

test('who may not write changes nothing for others', () => {
  const [a, b] = [board(), board({ canWrite: false })]
  a.store.put([makeNote('one')])
  meet(a, b)
  edit(b, 'one', { x: 99 })
  meet(a, b)
  expect(note(a, 'one')?.x).toBe(0)
  b.binding.setCanWrite(true)
  edit(b, 'one', { x: 100 })
  meet(a, b)
  expect(note(a, 'one')?.x).toBe(100)
})

test('a board of a newer program is shown and left alone', () => {
  const a = board()
  a.store.put([makeNote('one')])
  const schema = a.store.schema.serialize() as { sequences: Record<string, number> }
  keepBoardSchema(a.doc, {
    ...schema,
    sequences: { ...schema.sequences, 'com.tldraw.shape.note': 999 },
  })
  const b = board({ doc: a.doc })
  expect(b.binding.isNewer).toBe(true)
  const before = Y.encodeStateVector(b.doc)
  edit(b, 'one', { x: 3 })
  b.binding.flush()
  expect(Y.encodeStateVector(b.doc)).toEqual(before)
})

test('a board of an older program is brought up to date once', () => {
  const doc = new Y.Doc()
  const old = makeNote('one') as unknown as BoardRecord
  const { richText: _richText, ...props } = old.props as Record<string, unknown>
  putBoard(doc, [{ ...old, props: { ...props, text: 'Hej' } }], 'old')
  const schema = openTestBoard().store.schema.serialize() as { sequences: Record<string, number> }
  keepBoardSchema(doc, { ...schema, sequences: { ...schema.sequences, 'com.tldraw.shape.note': 8 } })
  const reader = board({ doc, canWrite: false })
  expect(reader.binding.bad()).toEqual([])
  const a = board({ doc })
  expect(JSON.stringify(note(a, 'one')?.props.richText)).toContain('Hej')
  const after = Y.encodeStateVector(doc)
  board({ doc })
  expect(Y.encodeStateVector(doc)).toEqual(after)
})

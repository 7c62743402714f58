import { toRichText, type TLRecord } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { edit, makeFrame, makeNote, mark, meet, openTestBoard, type TestBoard } from './boardForTests'

let a: TestBoard
let b: TestBoard
const id = (name: string) => `shape:${name}` as TLRecord['id']
const note = (of: TestBoard, name = 'one') => of.store.get(id(name)) as unknown as Record<string, unknown>

beforeEach(() => {
  a = openTestBoard()
  b = openTestBoard()
  for (const { binding, history } of [a, b])
    binding.setQuietly((change) => history.batch(change, { history: 'ignore' }))
  a.store.put([makeNote('one')])
  meet(a, b)
  a.history.clear()
})
afterEach(() => [a, b].forEach((each) => each.close()))

test('undo takes back one’s own move and leaves the colour that somebody else gave meanwhile', () => {
  mark(a)
  edit(a, 'one', { x: 50 })
  meet(a, b)
  edit(b, 'one', { props: { color: 'light-blue' } })
  meet(a, b)
  a.history.undo()
  meet(a, b)
  for (const each of [a, b]) expect(note(each)).toMatchObject({ x: 0, props: { color: 'light-blue' } })
  a.history.redo()
  meet(a, b)
  for (const each of [a, b]) expect(note(each)).toMatchObject({ x: 50, props: { color: 'light-blue' } })
})

test('what somebody else changed after me is not undone by me', () => {
  mark(a)
  edit(a, 'one', { x: 50 })
  meet(a, b)
  edit(b, 'one', { x: 90 })
  meet(a, b)
  a.history.undo()
  meet(a, b)
  expect(note(b).x).toBe(90)
})

test('what others do is not in my history, and does not clear what I can redo', () => {
  edit(b, 'one', { x: 10 })
  meet(a, b)
  expect(a.history.getNumUndos()).toBe(0)
  mark(a)
  edit(a, 'one', { props: { color: 'grey' } })
  a.history.undo()
  edit(b, 'one', { x: 20 })
  meet(a, b)
  a.history.redo()
  expect(note(a)).toMatchObject({ x: 20, props: { color: 'grey' } })
})

test('undoing a change to something that somebody deleted does not bring it back', () => {
  mark(a)
  edit(a, 'one', { x: 50 })
  meet(a, b)
  b.store.remove([id('one')])
  meet(a, b)
  a.history.undo()
  meet(a, b)
  for (const each of [a, b]) expect(each.store.has(id('one'))).toBe(false)
})

test('undoing a deletion brings the note back for all, on the page if its frame is gone', () => {
  a.store.put([makeFrame('frame')])
  edit(a, 'one', { parentId: id('frame') })
  meet(a, b)
  mark(a)
  a.store.remove([id('one')])
  meet(a, b)
  b.store.remove([id('frame')])
  meet(a, b)
  a.history.undo()
  meet(a, b)
  for (const each of [a, b]) expect(note(each)).toMatchObject({ parentId: 'page:page', x: 0 })
})

test('undoing a note of one’s own takes it away, unless somebody else has written in it', () => {
  mark(a)
  a.store.put([makeNote('empty')])
  mark(a)
  a.store.put([makeNote('written')])
  meet(a, b)
  edit(b, 'written', { props: { richText: toRichText('Words of another') } })
  meet(a, b)
  a.history.undo()
  a.history.undo()
  meet(a, b)
  for (const each of [a, b]) {
    expect(each.store.has(id('empty'))).toBe(false)
    expect(JSON.stringify(note(each, 'written'))).toContain('Words of another')
  }
})

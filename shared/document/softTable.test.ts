import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { softTable, undoSoftTables, viewSoft } from './softTable'

const table = softTable('things')

function open() {
  const page = new Y.Doc()
  const view = viewSoft(table, page, (id, record) => ({ id, ...(record.toJSON() as { name: string }) }))
  return { page, view, undo: undoSoftTables(page, [table], ['order', 'name']) }
}
type Replica = ReturnType<typeof open>

function meet(...all: Replica[]) {
  for (let round = 0; round < 2; round++)
    for (const from of all)
      for (const to of all)
        if (from !== to)
          Y.applyUpdate(to.page, Y.encodeStateAsUpdate(from.page, Y.encodeStateVector(to.page)), 'remote')
}
const type = ({ page }: Replica, id: string, insert: string) => {
  const text = table.text(page, id, 'name')!
  text.change([{ at: text.read().length, remove: 0, insert }])
}
const names = ({ view }: Replica) => view.records().map(({ name }) => name)

test('what is taken away is not seen, and comes back with what somebody wrote meanwhile', () => {
  const [one, other] = [open(), open()]
  const [id] = table.add(one.page, [{ texts: { name: 'Kök' } }]) as [string]
  meet(one, other)
  table.remove(one.page, [id])
  type(other, id, ' och sal')
  meet(one, other)
  expect(names(one)).toEqual([])
  expect(names(other)).toEqual([])
  expect(table.has(other.page, id)).toBe(false)
  table.show(other.page, [id])
  meet(one, other)
  expect(names(one)).toEqual(['Kök och sal'])
})

test('undo brings back what was taken away, with others’ words', () => {
  const [one, other] = [open(), open()]
  const [id] = table.add(one.page, [{ texts: { name: 'Kök' } }]) as [string]
  meet(one, other)
  one.undo.stopCapturing()
  table.remove(one.page, [id])
  type(other, id, '!')
  meet(one, other)
  one.undo.undo()
  expect(names(one)).toEqual(['Kök!'])
})

test('undoing "new" takes the new one away, but not with words of somebody else in it', () => {
  const [one, other] = [open(), open()]
  table.add(one.page, [{ texts: { name: 'Ensam' } }])
  one.undo.stopCapturing()
  const [shared] = table.add(one.page, [{ texts: { name: 'Delad' } }]) as [string]
  meet(one, other)
  type(other, shared, ' av två')
  meet(one, other)
  one.undo.undo()
  expect(names(one)).toContain('Delad av två')
  one.undo.undo()
  expect(names(one)).toEqual(['Delad av två'])
  one.undo.redo()
  expect(names(one).sort()).toEqual(['Delad av två', 'Ensam'])
})

test('what was taken away long ago is gone for good, and nothing else is', () => {
  const { page, view } = open()
  const [old, kept] = table.add(page, [{ texts: { name: 'gammal' } }, { texts: { name: 'kvar' } }]) as [
    string,
    string,
  ]
  table.remove(page, [old])
  expect(table.purge(page, Date.now() - 1000)).toEqual([])
  expect(table.purge(page, Date.now() + 1000)).toEqual([old])
  expect(table.container(page).has(old)).toBe(false)
  expect(view.records().map(({ id }) => id)).toEqual([kept])
})

test('a record that cannot be read is told apart and does not hide the others', () => {
  const page = new Y.Doc()
  const view = viewSoft(table, page, (id, record) => {
    if (record.get('name') === undefined) throw new Error('no name')
    return { id }
  })
  const [bad] = table.add(page, [{}]) as [string]
  const [good] = table.add(page, [{ texts: { name: 'x' } }]) as [string]
  expect(view.records()).toEqual([{ id: good }])
  expect(view.bad().map(({ id }) => id)).toEqual([bad])
})

test('two people who give two records one place leave room for a third', () => {
  const { page, view } = open()
  const ids = table.add(page, [{ texts: { name: 'a' } }, { texts: { name: 'b' } }])
  table.setMany(
    page,
    ids.map((id) => ({ id, values: { order: 'V1' } })),
  )
  const sorted = [...ids].sort()
  table.add(page, [{ id: 'mellan', texts: { name: 'c' }, before: sorted[1]! }])
  const placed = view.records() as unknown as { id: string; order: string }[]
  expect([...placed].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ id }) => id)).toEqual([
    sorted[0],
    'mellan',
    sorted[1],
  ])
})

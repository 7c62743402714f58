import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { viewRecords } from './recordView'

const shape = z.object({ id: z.string(), name: z.string(), size: z.number().catch(0) })
const open = () => {
  const doc = new Y.Doc()
  const container = doc.getMap<Y.Map<unknown>>('things')
  const put = (id: string, name: unknown) => {
    const record = new Y.Map<unknown>()
    record.set('name', name)
    container.set(id, record)
    return record
  }
  const reads: string[] = []
  const view = viewRecords(container, (id, record) => {
    reads.push(id)
    return shape.parse({ ...record.toJSON(), id })
  })
  return { doc, container, put, view, reads }
}

test('snapshots are the same objects until their record changes', () => {
  const { put, view } = open()
  const a = put('a', 'A')
  put('b', 'B')
  const list = view.records()
  const [first, second] = [view.record('a'), view.record('b')]
  expect(view.records()).toBe(list)
  a.set('name', 'AA')
  expect(view.records()).not.toBe(list)
  expect(view.record('a')).not.toBe(first)
  expect(view.record('b')).toBe(second)
  expect(first!.name).toBe('A')
})

test('only the changed record is read again', () => {
  const { put, view, reads } = open()
  const a = put('a', 'A')
  put('b', 'B')
  view.records()
  reads.length = 0
  a.set('size', 3)
  view.records()
  expect(reads).toEqual(['a'])
})

test('snapshots cannot be changed', () => {
  const { put, view } = open()
  put('a', 'A')
  expect(() => Object.assign(view.record('a')!, { name: 'B' })).toThrow()
  expect(() => (view.records() as unknown[]).push(1)).toThrow()
})

test('a bad record is skipped, told of, and comes back when it is mended', () => {
  const { put, view, container } = open()
  const bad = put('bad', 7)
  put('good', 'G')
  container.set('text', 'not a map' as unknown as Y.Map<unknown>)
  expect(view.records().map((each) => each.id)).toEqual(['good'])
  expect(view.bad().map((each) => each.id)).toEqual(['bad', 'text'])
  expect(container.has('bad')).toBe(true)
  bad.set('name', 'now a name')
  expect(view.record('bad')!.name).toBe('now a name')
  expect(view.bad().map((each) => each.id)).toEqual(['text'])
})

test('nested text and removal reach those who listen, once for each transaction', () => {
  const { doc, container, view } = open()
  let told = 0
  const stop = view.subscribe(() => told++)
  const text = new Y.Text('abc')
  doc.transact(() => {
    const record = new Y.Map<unknown>()
    record.set('name', text)
    container.set('a', record)
    container.set('b', new Y.Map())
  })
  expect(told).toBe(1)
  expect(view.record('a')!.name).toBe('abc')
  text.insert(3, 'd')
  expect(told).toBe(2)
  expect(view.record('a')!.name).toBe('abcd')
  container.delete('a')
  expect(told).toBe(3)
  expect(view.record('a')).toBeUndefined()
  stop()
  container.delete('b')
  expect(told).toBe(3)
})

test('a closed view hears nothing more', () => {
  const { put, view } = open()
  view.close()
  put('a', 'A')
  expect(view.records()).toEqual([])
})

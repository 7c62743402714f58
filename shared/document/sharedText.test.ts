import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openSharedText } from './sharedText'

test('hears of changes made elsewhere, and not of its own', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const here = openSharedText(text)
  const there = openSharedText(text)
  const heard: unknown[] = []
  const stop = here.watch((changes) => heard.push(changes))
  here.change([{ at: 0, remove: 0, insert: 'Soppa' }])
  expect(heard).toEqual([])
  there.change([
    { at: 0, remove: 1, insert: 's' },
    { at: 5, remove: 0, insert: '!' },
  ])
  expect(here.read()).toBe('soppa!')
  const followed = (heard[0] as { at: number; remove: number; insert: string }[]).reduce(
    (done, { at, remove, insert }) => done.slice(0, at) + insert + done.slice(at + remove),
    'Soppa',
  )
  expect(followed).toBe('soppa!')
  stop()
  there.change([{ at: 0, remove: 6, insert: '' }])
  expect(heard).toHaveLength(1)
})

test('several changes are one step for everybody else', () => {
  const doc = new Y.Doc()
  let updates = 0
  doc.on('update', () => updates++)
  openSharedText(doc.getText('text')).change([
    { at: 0, remove: 0, insert: 'ab' },
    { at: 1, remove: 1, insert: 'c' },
  ])
  expect(updates).toBe(1)
})

test('a text that is gone takes no more changes and breaks nothing', () => {
  const doc = new Y.Doc()
  const map = doc.getMap<Y.Text>('map')
  map.set('a', new Y.Text('words'))
  const shared = openSharedText(map.get('a')!)
  map.delete('a')
  expect(() => shared.change([{ at: 0, remove: 5, insert: 'x' }])).not.toThrow()
})

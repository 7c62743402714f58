import { expect, test } from 'vitest'
import { readShown } from './pageAddress'

test('page and thing are read from the address', () => {
  expect(readShown('#/session/abc/p1', '/session/abc')).toEqual({ pageId: 'p1', focusOn: null })
  expect(readShown('#/session/abc/p1/shape%3Ax', '/session/abc')).toEqual({
    pageId: 'p1',
    focusOn: 'shape:x',
  })
  expect(readShown('#/session/abc', '/session/abc')).toEqual({ pageId: null, focusOn: null })
})

test('another place, a longer name and nonsense are no page', () => {
  expect(readShown('#/session/abcd/p1', '/session/abc').pageId).toBeNull()
  expect(readShown('#join=secret', '/page').pageId).toBeNull()
  expect(readShown('#/page/%E0%A4%A', '/page').pageId).toBeNull()
})

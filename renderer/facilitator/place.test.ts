import { expect, test } from 'vitest'
import { readPlace } from './place'

test('the address says where one is', () => {
  expect(readPlace('')).toEqual({ kind: 'home' })
  expect(readPlace('#/')).toEqual({ kind: 'home' })
  expect(readPlace('#/new')).toEqual({ kind: 'new' })
  expect(readPlace('#/settings')).toEqual({ kind: 'settings' })
  expect(readPlace('#/session/abcdefghijklmnop/page1')).toEqual({
    kind: 'session',
    sessionId: 'abcdefghijklmnop',
  })
})

test('what is no session is home', () => {
  expect(readPlace('#/session/..%2F..')).toEqual({ kind: 'home' })
  expect(readPlace('#/session/short')).toEqual({ kind: 'home' })
})

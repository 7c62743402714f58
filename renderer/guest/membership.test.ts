import { expect, test } from 'vitest'
import { readLink } from './membership'

test('a link carries its secret in the fragment, and says whether it is for a screen', () => {
  expect(readLink('#join=aB3-_x')).toEqual({ secret: 'aB3-_x', isForScreen: false })
  expect(readLink('#screen=aB3-_x')).toEqual({ secret: 'aB3-_x', isForScreen: true })
  for (const other of ['#/page/abc', '#join=', '#join=a&b', '#screens=a', ''])
    expect(readLink(other)).toBeNull()
})

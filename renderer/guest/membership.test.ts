import { expect, test } from 'vitest'
import { readSecret } from './membership'

test('a link carries its secret in the fragment', () => {
  expect(readSecret('#join=aB3-_x')).toBe('aB3-_x')
  expect(readSecret('#/page/abc')).toBeNull()
  expect(readSecret('#join=')).toBeNull()
  expect(readSecret('#join=a&b')).toBeNull()
})

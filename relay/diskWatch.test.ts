// What counts as "no space left", in the words of each storage.
import { expect, test } from 'vitest'
import { isOutOfSpace, OutOfSpace } from './diskWatch'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

test('each storage is understood when it has no space left', () => {
  expect(isOutOfSpace(new OutOfSpace())).toBe(true)
  expect(isOutOfSpace(withCode('ENOSPC'))).toBe(true)
  expect(isOutOfSpace(withCode('EDQUOT'))).toBe(true)
  expect(isOutOfSpace(withCode('53100'))).toBe(true)
  const leveldb = new Error('IO error: db/000005.log: No space left on device')
  expect(isOutOfSpace(new Error('Database failed to open', { cause: leveldb }))).toBe(true)
  expect(isOutOfSpace(new Error('MISCONF Errors writing to the AOF file: No space left on device'))).toBe(
    true,
  )
})

test('other failures are other failures', () => {
  for (const error of [
    new Error('Database is not open'),
    withCode('EIO'),
    withCode('57P01'),
    'ENOSPC',
    undefined,
  ])
    expect(isOutOfSpace(error)).toBe(false)
})

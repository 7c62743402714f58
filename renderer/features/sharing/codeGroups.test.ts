import { expect, test } from 'vitest'
import { groupCode, typedAddress } from './codeGroups'

test('a code is shown in groups of three', () => {
  expect(groupCode('KLM4TX')).toBe('KLM 4TX')
  expect(groupCode('ABC')).toBe('ABC')
})

test('an address is shown as it is typed', () => {
  expect(typedAddress('http://192.168.1.5:4747/')).toBe('192.168.1.5:4747')
  expect(typedAddress('https://samverkstad.local:4747')).toBe('samverkstad.local:4747')
})

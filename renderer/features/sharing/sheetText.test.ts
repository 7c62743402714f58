import { expect, test } from 'vitest'
import type { DoorwayStatus } from '../../../shared/relay/doorway'
import { sheetSteps, writeSheet } from './sheetText'

const status: DoorwayStatus = {
  addresses: [],
  suggested: '',
  localUrl: 'http://samverkstad.local:4747',
  encryption: { isOn: false, fingerprint: null },
  reached: 0,
  hasVpn: false,
  system: 'linux',
  movedAt: null,
}
const t = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' ')
const sheet = { address: '192.168.1.5:4747', code: 'KLMXTR', status }

test('the sheet holds address, name and code as they are typed, in the order of use', () => {
  expect(sheetSteps(t, sheet)).toEqual([
    'sheet.wifi',
    'sheet.type 192.168.1.5:4747',
    'sheet.byName samverkstad.local:4747',
    'sheet.code KLM XTR',
    'sheet.name',
  ])
})

test('encrypted, it says what to press and carries the fingerprint; never a secret', () => {
  const fingerprint = Array.from({ length: 32 }, (_, index) => (index + 16).toString(16).toUpperCase()).join(
    ':',
  )
  const text = writeSheet(t, { ...sheet, status: { ...status, encryption: { isOn: true, fingerprint } } })
  expect(text).toContain('warns.press')
  expect(text).toContain('10 11 12 13 14 15 16 17\n18 19')
  expect(text).not.toContain('join=')
})

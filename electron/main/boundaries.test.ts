// What a page may ask for, where it may go, and what may be opened outside.
import { expect, test, vi } from 'vitest'
import { mayNavigate } from './navigation'
import { mayOpenOutside, openExternal } from './openExternal'
import { facilitatorPage } from './ourPage'
import { mayHave } from './permissions'
import { isRelayAddress } from './requests'

const opened = vi.hoisted(() => vi.fn(async () => undefined))
vi.mock('electron', () => ({ shell: { openExternal: opened } }))

test('our page may copy and fill the screen, and nothing else', () => {
  expect(mayHave('clipboard-sanitized-write', facilitatorPage, true)).toBe(true)
  expect(mayHave('fullscreen', facilitatorPage, true)).toBe(true)
})

test.each([
  'media',
  'geolocation',
  'notifications',
  'midi',
  'midiSysex',
  'pointerLock',
  'openExternal',
  'clipboard-read',
  'display-capture',
  'hid',
  'serial',
  'usb',
  'idle-detection',
  'fileSystem',
  'unknown',
])('it may not have %s', (permission) => expect(mayHave(permission, facilitatorPage, true)).toBe(false))

test.each([
  ['a frame', facilitatorPage, false],
  ['another page', 'https://example.org/', true],
  ['the print document', 'app://samverkstad/print/index.html', true],
  ['nobody', '', true],
])('%s may not even copy', (_who, address, isMainFrame) =>
  expect(mayHave('clipboard-sanitized-write', address, isMainFrame)).toBe(false),
)

test('a window may load its own page anew, and a frame show the print document', () => {
  expect(mayNavigate(facilitatorPage, true)).toBe(true)
  expect(mayNavigate('app://samverkstad/print/index.html#order=x', false)).toBe(true)
})

test.each([
  'https://example.org/',
  'https://samverkstad/facilitator/index.html',
  'app://samverkstad.example.org/facilitator/index.html',
  'app://samverkstad/print/index.html',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hej',
])('a window may not go to %s', (address) => expect(mayNavigate(address, true)).toBe(false))

test.each([facilitatorPage, 'https://example.org/', 'data:text/html,hej', 'file:///etc/passwd'])(
  'a frame may not show %s',
  (address) => expect(mayNavigate(address, false)).toBe(false),
)

test.each(['https://www.tillvaxtverket.se/', 'mailto:anna@example.org?subject=Hej'])(
  '%s opens outside',
  async (address) => {
    opened.mockClear()
    expect(await openExternal(address)).toBe(true)
    expect(opened).toHaveBeenCalledExactlyOnceWith(address)
  },
)

test.each([
  'http://example.org/',
  'https://user:word@example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hej',
  'smb://server/share',
  'ms-msdt:/id',
  'vscode://file/etc/passwd',
  'app://samverkstad/facilitator/index.html',
  '\\\\server\\share',
  '',
  `https://example.org/${'a'.repeat(2000)}`,
])('%s does not', async (address) => {
  opened.mockClear()
  expect(mayOpenOutside(address)).toBe(false)
  expect(await openExternal(address)).toBe(false)
  expect(opened).not.toHaveBeenCalled()
})

test('a machine that cannot open it says so', async () => {
  opened.mockRejectedValueOnce(new Error('no browser'))
  expect(await openExternal('https://example.org/')).toBe(false)
})

test('only the relay is reached over the network', () => {
  const relay = 'http://127.0.0.1:4001'
  expect(isRelayAddress('http://127.0.0.1:4001/api/library', relay)).toBe(true)
  expect(isRelayAddress('ws://127.0.0.1:4001/sync/a/control?token=x', relay)).toBe(true)
  for (const address of [
    'http://127.0.0.1:4002/',
    'http://localhost:4001/',
    'https://127.0.0.1:4001/',
    'http://127.0.0.1:4001@example.org/',
    'http://127.0.0.1:4001.example.org/',
    'https://fonts.example.org/a.woff2',
    'nonsense',
  ])
    expect(isRelayAddress(address, relay), address).toBe(false)
  expect(isRelayAddress('http://127.0.0.1:4001/', undefined)).toBe(false)
})

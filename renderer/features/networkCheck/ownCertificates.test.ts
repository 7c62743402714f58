import { afterEach, expect, test, vi } from 'vitest'
import { hasOwnCertificate, takesNoOwnCertificate } from './ownCertificates'

afterEach(() => vi.unstubAllGlobals())

test('own certificates are met at addresses and local names over https', () => {
  expect(hasOwnCertificate('https://192.168.1.5:4747')).toBe(true)
  expect(hasOwnCertificate('https://samverkstad.local:4747')).toBe(true)
  expect(hasOwnCertificate('http://192.168.1.5:4747')).toBe(false)
  expect(hasOwnCertificate('https://workshop.example.se')).toBe(false)
})

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0'
test.each([
  [true, `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`, 5],
  [
    true,
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/120.0 Mobile/15E148`,
    5,
  ],
  [true, `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`, 5],
  [true, `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`, 0],
  [
    false,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36',
    0,
  ],
  [
    false,
    'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
    5,
  ],
  [false, 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', 0],
])('takes none: %s for %s', (takesNone, userAgent, maxTouchPoints) => {
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints })
  expect(takesNoOwnCertificate()).toBe(takesNone)
})

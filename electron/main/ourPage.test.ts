import { expect, test } from 'vitest'
import { facilitatorPage, isOurPage, isPrintPage } from './ourPage'

test('the page itself is ours, with and without a fragment', () => {
  expect(isOurPage(facilitatorPage)).toBe(true)
  expect(isOurPage(`${facilitatorPage}#session=1`)).toBe(true)
})

test.each([
  '',
  'nonsense',
  'about:blank',
  'https://samverkstad/facilitator/index.html',
  'http://127.0.0.1:4747/facilitator/index.html',
  'file:///facilitator/index.html',
  'app://samverkstad.evil.se/facilitator/index.html',
  'app://evil/facilitator/index.html',
  'app://samverkstad@evil/facilitator/index.html',
  'app://user:word@samverkstad/facilitator/index.html',
  'app://samverkstad:80/facilitator/index.html',
  'app://samverkstad/facilitator/index.html/../../print/index.html',
  'app://samverkstad/print/index.html',
  'app://samverkstad/',
  'data:text/html,app://samverkstad/facilitator/index.html',
  'javascript:alert(1)',
])('%s is not', (address) => expect(isOurPage(address)).toBe(false))

test('the print document is told from the page', () => {
  expect(isPrintPage('app://samverkstad/print/index.html#order=abc')).toBe(true)
  expect(isPrintPage(facilitatorPage)).toBe(false)
})

import { expect, test } from 'vitest'
import { printAddress, readPrintTask, type PrintTask } from './printAddress'

const task: PrintTask = {
  order: { sessionId: 'abcdefghijklmnop', pageIds: ['wåll'], paper: 'A3', language: 'sv' },
  token: 'sécret',
  relay: 'http://127.0.0.1:4747',
}

test('what is asked for comes back, and nothing of it stands in what a server sees', () => {
  const address = new URL(printAddress('http://127.0.0.1:4747', task))
  expect(readPrintTask(address.hash)).toEqual(task)
  expect(address.pathname + address.search).toBe('/print/')
})

test('the desktop has its print page under its own scheme', () => {
  expect(printAddress('app://samverkstad', task)).toMatch(
    /^app:\/\/samverkstad\/print\/index\.html#order=[\w-]+$/,
  )
})

test.each(['', '#order=', '#order=%%%', '#order=bm90anNvbg', '#order=e30', '#other=e30'])(
  'an unreadable fragment %j asks for nothing',
  (fragment) => expect(readPrintTask(fragment)).toBeUndefined(),
)

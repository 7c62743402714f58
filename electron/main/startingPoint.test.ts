// What the command line says, and what waits for the page.
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { flagValue } from './folders'
import { filesInArguments } from './openedFiles'
import { makePageEvents } from './pageEvents'
import { languageOfMachine } from './preferences'

vi.mock('electron', () => ({ app: {} }))
vi.mock('electron-store', () => ({ default: class {} }))

test('flags with and without an equals sign', () => {
  expect(flagValue(['electron', '.', '--data=/a b'], 'data')).toBe('/a b')
  expect(flagValue(['electron', '.', '--data', '/a'], 'data')).toBe('/a')
  expect(flagValue(['electron', '.', '--data', '--other'], 'data')).toBeUndefined()
  expect(flagValue(['electron', '.', '--database=/a'], 'data')).toBeUndefined()
})

test('workshop files on a command line are found, and nothing else', () => {
  const argv = [
    '/usr/bin/electron.samverk',
    '--no-sandbox',
    '.',
    'a.samverk',
    '/b/Ö.SAMVERK',
    '--x=c.samverk',
    'https://example.org/d.samverk',
    'e.txt',
  ]
  expect(filesInArguments(argv, '/home/anna')).toEqual([resolve('/home/anna/a.samverk'), '/b/Ö.SAMVERK'])
})

test('what the machine says waits until the page listens', () => {
  const send = vi.fn()
  const events = makePageEvents(() => ({ send }))
  events.tell({ kind: 'command', command: 'newSession' })
  expect(send).not.toHaveBeenCalled()
  events.ready()
  expect(send).toHaveBeenCalledExactlyOnceWith('desktop:event', { kind: 'command', command: 'newSession' })
  events.tell({ kind: 'askedToClose' })
  expect(send).toHaveBeenCalledTimes(2)
})

test('a page that loads anew is told nothing until it listens again, and no old wish to close', () => {
  const send = vi.fn()
  const events = makePageEvents(() => ({ send }))
  events.tell({ kind: 'askedToClose' })
  events.tell({ kind: 'opened', outcome: { outcome: 'cancelled' } })
  events.gone()
  expect(events.listening()).toBe(false)
  events.ready()
  expect(send.mock.calls).toEqual([['desktop:event', { kind: 'opened', outcome: { outcome: 'cancelled' } }]])
})

test.each([
  [['sv-SE', 'en-US'], 'sv'],
  [['en-GB', 'sv'], 'sv'],
  [['en-US'], 'en'],
  [['fi-FI', 'en-US'], 'sv'],
  [[], 'sv'],
] as const)('a machine in %j starts in %s', (tags, language) =>
  expect(languageOfMachine(tags)).toBe(language),
)

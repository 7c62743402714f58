import type { IpcMainInvokeEvent } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { facilitatorPage } from './ourPage'
import { endpoints, serveBridge, type DesktopSide } from './serveBridge'

vi.mock('electron', () => ({ ipcMain: {} }))

type Answer = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>
type Sender = { url: string; parent: unknown } | null

const answers = new Map<string, Answer>()
const called: [string, unknown][] = []
const cleared = vi.fn()

const order = {
  sessionId: 'abcdefghijklmnop',
  pageIds: ['wall'],
  paper: 'A4',
  language: 'sv',
}
const sound: Record<string, unknown> = {
  writeOrganisation: { address: 'relay.example.se', key: 'k' },
  writePreferences: { language: 'en' },
  saveSessionCopy: { sessionId: 'abcdefghijklmnop', fileName: 'Grannköket.samverk' },
  savePdf: { order, fileName: 'Grannköket.pdf' },
  openExternal: 'https://example.org/',
  answerClose: 'close',
}

beforeEach(() => {
  answers.clear()
  called.length = 0
  const desktop = Object.fromEntries(
    endpoints.map((name) => [name, async (input: unknown) => void called.push([name, input])]),
  )
  serveBridge(desktop as unknown as DesktopSide, {
    handle: (channel, answer) => void answers.set(channel, answer),
    removeAllListeners: cleared,
  })
})

const call = (name: string, senderFrame: Sender, input: unknown) =>
  answers.get(`desktop:${name}`)!({ senderFrame } as unknown as IpcMainInvokeEvent, input)
const page: Sender = { url: facilitatorPage, parent: null }

test('there is a channel for every endpoint, and no other', () => {
  expect([...answers.keys()].sort()).toEqual(endpoints.map((name) => `desktop:${name}`).sort())
  expect(endpoints.length).toBeGreaterThan(8)
  expect(cleared).toHaveBeenCalled()
})

test.each(endpoints)('%s answers our page', async (name) => {
  await call(name, page, sound[name])
  expect(called).toEqual([[name, sound[name]]])
})

test.each(endpoints)('%s refuses a foreign page, a child frame, a missing frame and junk', async (name) => {
  const refusals: [Sender, RegExp][] = [
    [{ url: 'https://example.org/', parent: null }, /refused sender/],
    [{ url: 'app://samverkstad.example.org/facilitator/index.html', parent: null }, /refused sender/],
    [{ url: 'app://samverkstad/print/index.html', parent: null }, /refused sender/],
    [{ url: '', parent: null }, /refused sender/],
    [{ url: facilitatorPage, parent: page }, /refused sender/],
    [null, /refused sender/],
  ]
  for (const [sender, reason] of refusals)
    await expect(call(name, sender, sound[name]), JSON.stringify(sender)).rejects.toThrow(reason)
  for (const junk of [null, 7, { path: '/etc/passwd', [name]: {} }, ['close'], 'x'.repeat(3000)])
    if (name !== 'writePreferences' || junk === null || typeof junk !== 'object' || Array.isArray(junk))
      await expect(call(name, page, junk), JSON.stringify(junk)).rejects.toThrow(/malformed input/)
  expect(called).toEqual([])
})

test('what is not in the contract is dropped', async () => {
  await call('writePreferences', page, { theme: 'dark', path: '/etc/passwd' })
  expect(called).toEqual([['writePreferences', { theme: 'dark' }]])
  await expect(call('writePreferences', page, { theme: 'purple' })).rejects.toThrow(/malformed/)
})

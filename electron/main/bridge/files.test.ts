import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { Refusal } from '../../../shared/relay/api'
import type { LibraryApi } from '../libraryApi'
import { fileEndpoints } from './files'
import { printEndpoints } from './print'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const sessionId = 'abcdefghijklmnop'
const session = {
  sessionId,
  title: 'Grannköket',
  createdAt: 1,
  changedAt: 2,
  archived: false,
  deletedAt: null,
  isDemo: false,
  pages: [],
  people: [],
  preview: [],
}
const refusal = (kind: Refusal['kind']): Refusal => ({ kind, sentence: 'No.' })

function setUp(parts: Partial<LibraryApi> = {}, chosen: { open?: string; save?: string } = {}) {
  const library: LibraryApi = {
    addFile: vi.fn(async () => ({ kind: 'opened' as const, opened: { session, problems: [] } })),
    readFile: async () => ({ kind: 'file', bytes: new TextEncoder().encode('zip') }),
    listUnread: async () => [],
    openSession: async () => ({ kind: 'token', token: 't0ken' }),
    list: async () => [],
    ...parts,
  }
  const choosePlace = vi.fn(async (_name: string) => chosen.save)
  const files = fileEndpoints(library, { chooseFile: async () => chosen.open, choosePlace }, () => 'sv')
  const print = vi.fn(async () => new TextEncoder().encode('%PDF-'))
  const printing = printEndpoints({ library, relayUrl: async () => 'http://127.0.0.1:1', choosePlace, print })
  return { library, choosePlace, files, print, printing }
}

test('the chosen file goes to the library', async () => {
  const open = join(folder, 'a.samverk')
  writeFileSync(open, 'bytes')
  const { files, library } = setUp({}, { open })
  expect(await files.openSessionFile()).toEqual({ outcome: 'opened', session, problems: [] })
  expect(library.addFile).toHaveBeenCalledWith(new TextEncoder().encode('bytes'), 'sv')
})

test('giving up a dialog is no failure', async () => {
  const { files, printing, print } = setUp()
  expect(await files.openSessionFile()).toEqual({ outcome: 'cancelled' })
  expect(await files.saveSessionCopy({ sessionId, fileName: 'x' })).toEqual({ outcome: 'cancelled' })
  const order = { sessionId, pageIds: ['a'], paper: 'A4' as const, language: 'sv' as const }
  expect(await printing.savePdf({ order, fileName: 'x' })).toEqual({ outcome: 'cancelled' })
  expect(print).not.toHaveBeenCalled()
})

test('a file that is gone cannot be read', async () => {
  const { files } = setUp({}, { open: join(folder, 'gone.samverk') })
  expect(await files.openSessionFile()).toEqual({ outcome: 'failed', kind: 'unreadable' })
})

test.each([
  ['damagedFile', 'damagedFile'],
  ['newerFile', 'newerFile'],
  ['tooLarge', 'tooLarge'],
  ['storageFailed', 'diskFull'],
  ['notAdmitted', 'failed'],
] as const)('the library’s %s is told as %s', async (kind, told) => {
  const open = join(folder, 'b.samverk')
  writeFileSync(open, 'bytes')
  const { files } = setUp({ addFile: async () => refusal(kind) }, { open })
  expect(await files.openSessionFile()).toEqual({ outcome: 'failed', kind: told })
})

test('a copy is saved where the person said, under a name without folders', async () => {
  const save = join(folder, 'copy.samverk')
  const { files, choosePlace } = setUp({}, { save })
  const outcome = await files.saveSessionCopy({ sessionId, fileName: '../Grannköket' })
  expect(outcome).toEqual({ outcome: 'saved', fileName: 'copy.samverk' })
  expect(choosePlace).toHaveBeenCalledWith('Grannköket.samverk')
  expect(readFileSync(save, 'utf8')).toBe('zip')
})

test('a folder that cannot be written is said', async () => {
  const { files } = setUp({}, { save: join(folder, 'gone/copy.samverk') })
  expect(await files.saveSessionCopy({ sessionId, fileName: 'x' })).toEqual({
    outcome: 'failed',
    kind: 'failed',
  })
})

test('printing asks for a token of its own and writes what comes', async () => {
  const save = join(folder, 'out.pdf')
  const { printing, print } = setUp({}, { save })
  const order = { sessionId, pageIds: ['a'], paper: 'A4' as const, language: 'sv' as const }
  expect(await printing.savePdf({ order, fileName: 'Grannköket' })).toEqual({
    outcome: 'saved',
    fileName: 'out.pdf',
  })
  expect(print).toHaveBeenCalledWith(order, 't0ken', 'http://127.0.0.1:1')
  expect(readFileSync(save, 'utf8')).toBe('%PDF-')
})

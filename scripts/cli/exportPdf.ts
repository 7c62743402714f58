// export FILE.samverk --pdf OUT.pdf: prints a workshop without a display, exactly as the app does: the file is opened
// on a desk of its own, in a folder that is gone afterwards, and the print document is printed from there.
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startDesk, type Desk } from '../../relay/desk/startDesk'
import { printAddress } from '../../shared/bridge/printAddress'
import { refusal } from '../../shared/relay/api'
import { openedFile, type OpenedFile } from '../../shared/relay/library'
import { ensureBuilt, outFolder } from '../prepare.mjs'
import { exportUsage, readExportArguments, type ExportArguments } from './exportArguments'
import { choosePages } from './exportPages'
import { printAnyhow } from './exportPrint'

/** A failure that the person can do something about, in one sentence. */
class Failure extends Error {}

/** Exit code 0 when the PDF is written, 1 when it can't be, 2 when the command line is wrong. */
export async function runExportCommand(argv: readonly string[]): Promise<number> {
  const wanted = readExportArguments(argv)
  if (wanted.kind === 'help') {
    process.stdout.write(`${exportUsage}\n`)
    return 0
  }
  if (wanted.kind === 'wrong') return tell(wanted.sentence, 2)
  try {
    return await exportPdf(wanted)
  } catch (problem) {
    if (problem instanceof Failure) return tell(problem.message, 1)
    throw problem
  }
}

function tell(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}

async function exportPdf(wanted: ExportArguments): Promise<number> {
  const bytes = await readFile(wanted.file).catch(() => {
    throw new Failure(`${wanted.file} cannot be read.`)
  })
  await ensureBuilt()
  const dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-export-'))
  try {
    const desk = await startDesk({ dataDir, rendererDir: join(outFolder(), 'renderer') })
    try {
      return await exportFrom(desk, wanted, bytes)
    } finally {
      await desk.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function exportFrom(desk: Desk, wanted: ExportArguments, bytes: Buffer): Promise<number> {
  const { session, problems } = await openFile(desk, wanted.file, bytes)
  for (const { kind, part, pageTitle } of problems)
    tell(`In ${wanted.file}, ${pageTitle ? `a part of “${pageTitle}”` : part} is ${words[kind]}.`, 0)
  const chosen = choosePages(wanted.pages, session.pages)
  if (chosen.kind === 'unknown')
    return tell(`There is no page “${chosen.name}”; there are ${listed(session.pages)}.`, 2)
  if (chosen.pageIds.length === 0) throw new Failure(`There are no pages in ${wanted.file}.`)
  const { token } = z
    .object({ token: z.string() })
    .parse(
      await ask(desk, `/api/library/${session.sessionId}/open`, { method: 'POST' }).then((answer) =>
        answer.json(),
      ),
    )
  const address = printAddress(desk.url, {
    order: {
      sessionId: session.sessionId,
      pageIds: chosen.pageIds,
      paper: wanted.paper,
      language: wanted.language,
      ...(wanted.mark && { mark: wanted.mark }),
    },
    token,
    relay: desk.url,
  })
  const printed = await printAnyhow(address)
  if (printed.kind === 'noEngine')
    throw new Failure('Printing needs Electron or a browser such as Chromium or Chrome, and none was found.')
  if (printed.kind === 'failed') throw new Failure('The workshop could not be printed.')
  await writeWhole(wanted.pdf, printed.pdf)
  return 0
}

const words = { missing: 'missing', damaged: 'damaged', unknown: 'unknown', tooLarge: 'too large' } as const

const listed = (pages: readonly { title: string }[]) =>
  pages.map(({ title }, at) => `${at + 1} “${title}”`).join(', ')

const ask = (desk: Desk, path: string, how: RequestInit = {}) =>
  fetch(desk.url + path, { ...how, headers: { authorization: `Bearer ${desk.key}`, ...how.headers } })

const refusals: Record<string, string> = {
  damagedFile: 'holds nothing that could be read',
  newerFile: 'was written by a newer version of the program',
  tooLarge: 'is larger than the program opens',
}

async function openFile(desk: Desk, file: string, bytes: Buffer): Promise<OpenedFile> {
  const answer = await ask(desk, '/api/library/file', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (answer.ok) return openedFile.parse(await answer.json())
  const said = refusal.safeParse(await answer.json().catch(() => null))
  throw new Failure(`${file} ${(said.success && refusals[said.data.kind]) || 'could not be opened'}.`)
}

/** Writes the file whole or not at all. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`
  try {
    await writeFile(beside, content)
    await rename(beside, file)
  } catch {
    await rm(beside, { force: true })
    throw new Failure(`${file} cannot be written.`)
  }
}

// check FILE.samverk: everything that the canvases of a session and the links between them leave open.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { listPages, openPage, documentOf, type SessionContent } from '../../relay/library/sessionContent'
import { readSessionFile } from '../../relay/library/readSessionFile'
import { readPageContent } from '../../shared/document/linkedContent'
import { viewLinks } from '../../shared/document/links'
import { date } from '../../shared/impact/input'
import { checkSession, type SessionFinding } from '../../shared/links/checkSession'
import type { SessionCanvases } from '../../shared/links/content'
import { asksForHelp, fail, refuse, refuseLine, tell } from './readInput'
import { today } from './today'

const help = `Usage: check FILE.samverk [--json] [--as-of YYYY-MM-DD] [--language sv|en]

Prints all findings of a session: of its business models, impact chains and financing plans, and of what ties them
together. Findings advise; the exit code is 0 whenever the file could be read.

  --json        the findings as a JSON array
  --as-of DAY   for what depends on the day (default: today)
  --language    of the text: en or sv (default: en); JSON always holds both`

const refusals = {
  damagedFile: 'holds nothing that could be read',
  newerFile: 'was written by a newer version of the program',
  tooLarge: 'is larger than the program opens',
}

/** Exit code 0 when the file could be read, 1 when not, 2 when the command line is wrong. */
export async function runCheckCommand(argv: readonly string[]): Promise<number> {
  if (asksForHelp(argv)) return tell(help)
  let line: ReturnType<typeof parseLine>
  try {
    line = parseLine(argv)
  } catch (problem) {
    return refuseLine('check', problem)
  }
  const { positionals, values } = line
  const [path] = positionals
  if (path === undefined) return refuse('Say which .samverk file to check.')
  if (positionals.length > 1) return refuse('Name one .samverk file only.')
  const asOf = values['as-of'] ?? today()
  if (!date.safeParse(asOf).success) return refuse('The day is written YYYY-MM-DD.')
  const { language } = values
  if (language !== 'sv' && language !== 'en') return refuse('The language is sv or en.')

  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch {
    return fail(`${path} cannot be read.`)
  }
  const read = await readSessionFile(bytes, path)
  if (read.kind !== 'opened') return fail(`${path} ${refusals[read.kind]}.`)
  for (const { kind, part, pageTitle } of read.problems)
    process.stderr.write(`${pageTitle ? `A part of “${pageTitle}”` : part} is ${problemWords[kind]}.\n`)
  const findings = checkSession(canvasesOf(read.content), asOf)
  return tell(values.json ? JSON.stringify(findings, null, 1) : written(findings, language))
}

function parseLine(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      'as-of': { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  })
}

const problemWords = {
  missing: 'missing',
  damaged: 'damaged',
  unknown: 'unknown',
  tooLarge: 'too large',
} as const

function canvasesOf(content: SessionContent): SessionCanvases {
  const control = documentOf(content.rooms.get('control')!)
  const pages = listPages(control).flatMap((page) => {
    const doc = openPage(content, page.id)
    return (doc && readPageContent(page, doc)) ?? []
  })
  const common = content.rooms.get('common')
  const view = common && viewLinks(documentOf(common))
  return { pages, links: view?.records() ?? [] }
}

/** One line for each finding below the name of its page. */
function written(findings: readonly SessionFinding[], language: 'sv' | 'en'): string {
  if (findings.length === 0) return language === 'sv' ? 'Inget att anmärka.' : 'No findings.'
  const lines: string[] = []
  let page = ''
  for (const finding of findings) {
    if (finding.page.id !== page) lines.push(...(page === '' ? [] : ['']), finding.page.title)
    page = finding.page.id
    const message = language === 'sv' ? finding.messageSv : finding.messageEn
    const about = finding.subject && `${finding.subject.replace(/\s+/g, ' ')}: `
    lines.push(`  ${finding.code}  ${finding.severity.padEnd(7)}  ${about}${message}`)
  }
  return lines.join('\n')
}

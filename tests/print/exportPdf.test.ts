// What a facilitator hands in: the demo session and an overfull business model, printed by the command line.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { makeDemo } from '../../relay/library/demo'
import { listPages, documentOf, openPage, type SessionContent } from '../../relay/library/sessionContent'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { runExportCommand } from '../../scripts/cli/exportPdf'
import { addNotes, viewNotes, type BlockKey } from '../../shared/document/businessModel'
import { addPage, startSession } from '../../shared/document/control'
import { readBoard } from '../../shared/document/whiteboard'
import { readBoardItems } from '../../shared/file/boardText'
import type { PlanParts } from '../../shared/document/planInput'
import { readChain, type WholeChain } from '../../shared/document/readChain'
import { readPlan } from '../../shared/document/readPlan'
import { roomOfPage } from '../../shared/relay/roles'
import { bare, fontsOf, infoOf, pictureOf, tagsOf, textOf, textOfPage } from './pdfTools'

const folder = mkdtempSync(join(tmpdir(), 'samverkstad-test-print-'))
const at = (name: string) => join(folder, name)
const now = Date.UTC(2027, 2, 14, 9)
const minutes = 60_000

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every text that anybody wrote in the session. */
function textsOf(content: SessionContent): string[] {
  const texts: string[] = []
  for (const page of listPages(documentOf(content.rooms.get('control')!))) {
    const doc = openPage(content, page.id)!
    if (page.kind === 'businessModel')
      texts.push(
        ...viewNotes(doc)
          .records()
          .map((note) => note.text),
      )
    else if (page.kind === 'impactChain') texts.push(...chainTexts(readChain(doc, page)))
    else if (page.kind === 'financingPlan') texts.push(...planTexts(readPlan(doc, page.createdAt)))
    else texts.push(...readBoardItems(readBoard(doc)).map((item) => item.text))
  }
  return texts
}

const chainTexts = (chain: WholeChain) =>
  [
    chain.need,
    ...chain.elements.flatMap(({ title, description }) => [title, description]),
    ...chain.assumptions.flatMap((assumption) => [assumption.text, assumption.test]),
    ...chain.targetGroups.map(({ name }) => name),
    ...chain.stakeholders.flatMap(({ name, role }) => [name, role]),
    ...chain.indicators.flatMap(({ name, unit, source, responsible }) => [name, unit, source, responsible]),
    ...chain.sroiLines.map(({ proxySource }) => proxySource),
  ].filter((text) => text.trim() !== '')

const planTexts = (plan: PlanParts) =>
  [
    plan.facts.vatNote,
    ...plan.sources.map(({ funder }) => funder),
    ...[plan.personnel, plan.fixedCosts, plan.variableCosts].flat().map(({ title }) => title),
    ...plan.parameters.map(({ source }) => source),
  ].filter((text) => text.trim() !== '')

async function exportTo(pdf: string, content: SessionContent, ...flags: string[]): Promise<void> {
  const file = at(`${pdf}.samverk`)
  writeFileSync(file, await writeSessionFile(content, now))
  expect(await runExportCommand([file, '--pdf', at(pdf), ...flags])).toBe(0)
}

describe('the demo session', () => {
  const demo = makeDemo(now)
  beforeAll(async () => {
    await exportTo('demo.pdf', demo)
    await exportTo('a3.pdf', demo, '--paper', 'A3', '--language', 'en', '--mark', 'draft', '--pages', '2,1')
  }, 5 * minutes)

  test('holds the text of every note, Swedish, Somali and Arabic', () => {
    const texts = textsOf(demo)
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.some((text) => /[\u0600-\u06ff]/.test(text))).toBe(true)
    const found = bare(textOf(at('demo.pdf')))
    expect(texts.filter((text) => !found.includes(bare(text)))).toEqual([])
  })

  test('carries all of its fonts', () => {
    const fonts = fontsOf(at('demo.pdf'))
    expect(fonts.filter((font) => !font.isEmbedded)).toEqual([])
    const names = fonts.map((font) => font.name)
    expect(names).toContain('AtkinsonHyperlegibleNext-Regular'.slice(0, 29))
    expect(names).toContain('NotoSansArabic-Regular')
  })

  test(
    'is tagged, in its language, titled, and names nobody',
    () => {
      const pdf = at('demo.pdf')
      expect(infoOf(pdf, 'Tagged')).toBe('yes')
      expect(infoOf(pdf, 'Title')).toBe('Grannköket')
      expect(infoOf(pdf, 'Author')).toBe('')
      const tags = tagsOf(pdf)
      const kinds = new Set([...tags.matchAll(/^ *(\w+)/gm)].map((match) => match[1]))
      expect([...kinds]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L', 'LI', 'Figure']))
      // Headers and footers say the same on every sheet: no part of what is read out.
      expect(/Sida \d/.test(tags)).toBe(false)
    },
    5 * minutes,
  )

  test('says page and pages in the language asked for, and the mark', () => {
    expect(textOfPage(at('demo.pdf'), 1)).toMatch(/Sida 1 av \d/)
    const first = textOfPage(at('a3.pdf'), 1)
    expect(first).toMatch(/Page 1 of \d/)
    expect(first).toContain('Draft')
    expect(first).toContain('Key partners')
  })

  test('is as large as its paper, lying down', () => {
    expect(infoOf(at('demo.pdf'), 'Page size')).toMatch(/\(A4\)$/)
    expect(infoOf(at('a3.pdf'), 'Page size')).toMatch(
      /^1191(\.\d+)? x 841(\.\d+)? pts|^1190(\.\d+)? x 841(\.\d+)? pts/,
    )
  })

  test('keeps 10 mm free along every edge and is not empty inside', () => {
    for (let page = 1; page <= Number(infoOf(at('demo.pdf'), 'Pages')); page++) {
      const { width, height, at: grey } = pictureOf(at('demo.pdf'), page)
      let inked = 0
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          if (grey(x, y) > 200) continue
          inked++
          // One pixel of leave for edges that fall between two.
          const isInside = x >= 19 && y >= 19 && x < width - 19 && y < height - 19
          if (!isInside) expect.fail(`ink at ${x / 2} mm, ${y / 2} mm of page ${page}`)
        }
      expect(inked / (width * height)).toBeGreaterThan(0.004)
    }
  })
})

describe('an overfull business model', () => {
  const blocks: BlockKey[] = ['partners', 'activities', 'valueCustomer', 'channels', 'costs', 'surplus']
  const content = overfull()
  beforeAll(() => exportTo('overfull.pdf', content), 5 * minutes)

  function overfull(): SessionContent {
    const control = new Y.Doc()
    startSession(control, { title: 'Överfull', now })
    const pageId = addPage(control, { kind: 'businessModel', title: 'Modell', now })
    const page = new Y.Doc()
    const notes = Array.from({ length: 200 }, (_, n) => ({
      block: blocks[n % blocks.length]!,
      text: `Lapp ${n} börjar. ${`Den är lång och handlar om ${n} saker som någon måste göra. `.repeat(1 + (n % 9))}Lapp ${n} slutar.`,
      now,
    }))
    const sentence = (n: number) => `Mening ${n} i en lapp som är längre än ett helt ark.`
    notes.push({ block: 'costs', text: Array.from({ length: 300 }, (_, n) => sentence(n)).join(' '), now })
    addNotes(page, notes)
    return {
      rooms: new Map([
        ['control', Y.encodeStateAsUpdate(control)],
        [roomOfPage(pageId), Y.encodeStateAsUpdate(page)],
      ]),
      assets: new Map(),
    }
  }

  test('holds every note in full', () => {
    const found = bare(textOf(at('overfull.pdf'), true))
    const texts = textsOf(content)
    const [longest, ...others] = texts.sort((a, b) => b.length - a.length)
    expect(others.filter((text) => !found.includes(bare(text)))).toEqual([])
    // It goes on from column to column, with headings between.
    const missing = Array.from({ length: 300 }, (_, n) => n).filter(
      (n) => !found.includes(`Mening${n}`) && !found.includes(`${n}ienlapp`),
    )
    expect(longest).toContain('Mening 299 i en lapp')
    expect(missing).toEqual([])
    expect(found.split('längreänettheltark.').length).toBeGreaterThan(290)
  })

  test('says on the canvas on which page each block stands in full, and there it does', () => {
    const canvas = textOfPage(at('overfull.pdf'), 1)
    const references = [...canvas.matchAll(/… → sida (\d+)/g)].map((match) => Number(match[1]))
    // The surplus is no block of the classic canvas; its notes stand beside it.
    expect(references).toHaveLength(blocks.length - 1)
    const headings = [
      'Nyckelpartners',
      'Nyckelaktiviteter',
      'Värdeerbjudande till kund',
      'Kanaler',
      'Kostnadsstruktur',
    ]
    const pages = [...references].sort((a, b) => a - b)
    headings.forEach((heading, n) => expect(textOfPage(at('overfull.pdf'), pages[n]!)).toContain(heading))
    expect(textOf(at('overfull.pdf'))).toContain('Överskott (bredvid modellen)')
  })
})

describe('the command line', () => {
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const run = async (...argv: string[]) => {
    said.mockClear()
    const code = await runExportCommand(argv)
    return { code, lines: said.mock.calls.join('').trimEnd().split('\n') }
  }

  test.each([
    [['--pdf', 'x.pdf']],
    [['a.samverk']],
    [['a.samverk', 'b.samverk', '--pdf', 'x.pdf']],
    [['a.samverk', '--pdf', 'x.pdf', '--paper', 'A5']],
    [['a.samverk', '--pdf', 'x.pdf', '--language', 'xx']],
    [['a.samverk', '--pdf', 'x.pdf', '--nonsense']],
  ])('wrong use, %j, is told in one sentence with code 2', async (argv) => {
    const { code, lines } = await run(...argv)
    expect(code).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/^.+\.$/)])
  })

  test('a file that is not there or holds nothing is told in one sentence with code 1', async () => {
    const missing = await run(at('nothing.samverk'), '--pdf', at('x.pdf'))
    expect(missing).toEqual({ code: 1, lines: [expect.stringContaining('cannot be read.')] })
    writeFileSync(at('junk.samverk'), 'junk')
    const junk = await run(at('junk.samverk'), '--pdf', at('x.pdf'))
    expect(junk).toEqual({ code: 1, lines: [expect.stringContaining('nothing that could be read.')] })
    expect(existsSync(at('x.pdf'))).toBe(false)
  })

  test('a page that is not there is told with those that are', async () => {
    writeFileSync(at('one.samverk'), await writeSessionFile(makeDemo(now), now))
    const { code, lines } = await run(at('one.samverk'), '--pdf', at('x.pdf'), '--pages', 'Nowhere')
    expect(code).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/“Nowhere”.*1 “/)])
  })

  test('leaves nothing behind', () => {
    expect(readdirSync(tmpdir()).filter((name) => /^samverkstad-(print|export)-/.test(name))).toEqual([])
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

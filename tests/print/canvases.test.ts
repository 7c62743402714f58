// The impact chain and the financing plan as a funder gets them: the demo's, and ones much larger than a sheet.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeDemo } from '../../relay/library/demo'
import type { SessionContent } from '../../relay/library/sessionContent'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { runExportCommand } from '../../scripts/cli/exportPdf'
import { demoChain } from '../../shared/demo/chain'
import { demoPlan } from '../../shared/demo/plan'
import { addPage, startSession } from '../../shared/document/control'
import { fillChain } from '../../shared/document/fillChain'
import { fillPlan } from '../../shared/document/fillPlan'
import { planTables } from '../../shared/document/financingPlan'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { periodNames } from '../../shared/financing/periodNames'
import type { FinancingPlan } from '../../shared/financing/result'
import { formatWholeKronor } from '../../shared/money/format'
import { roomOfPage } from '../../shared/relay/roles'
import { bare, tagsOf, textOf, textOfPage } from './pdfTools'

const folder = mkdtempSync(join(tmpdir(), 'samverkstad-test-canvases-'))
const at = (name: string) => join(folder, name)
const now = Date.UTC(2027, 9, 31, 9)
const minutes = 60_000
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function exportTo(pdf: string, content: SessionContent, ...flags: string[]): Promise<void> {
  const file = at(`${pdf}.samverk`)
  writeFileSync(file, await writeSessionFile(content, now))
  expect(await runExportCommand([file, '--pdf', at(pdf), ...flags])).toBe(0)
}

const pagesOf = (pdf: string) => textOf(at(pdf)).split('\f').slice(0, -1)

/** A key of the texts that nobody wrote in the locale files. */
const rawKey =
  /\b(?:plan|chain|chart|figure|findings|group|line|loan|claim|step|status|kind|severity|advice)\.[a-z]\w*/

describe('the demo’s chain and plan', () => {
  beforeAll(async () => {
    await exportTo('sv.pdf', makeDemo(now), '--pages', '3,4')
    await exportTo('en.pdf', makeDemo(now), '--pages', '3,4', '--language', 'en', '--paper', 'A3')
  }, 5 * minutes)

  test('show the closing cash of every period in every scenario, with a true minus', () => {
    const plan = computeFinancingPlan(demoPlan) as FinancingPlan
    const found = textOf(at('sv.pdf')).replaceAll(/\s/g, ' ')
    for (const name of ['cautious', 'base', 'hopeful'] as const)
      for (const cash of plan.scenarios[name].closingCash)
        expect(found).toContain(formatWholeKronor(cash, 'sv-SE').replaceAll(/\s/g, ' '))
    expect(found).toContain('\u22127 609 kr')
    expect(found).toMatch(/Lägst .7 609 kr, kv 2 2027/)
    expect(found).toContain('Avrundade belopp')
  })

  test('name every link by both its ends', () => {
    const found = bare(textOf(at('sv.pdf')))
    const title = (id: string) => bare(demoChain.elements.find((each) => each.id === id)!.title)
    for (const { from, to } of demoChain.links) expect(found).toContain(title(from) + title(to))
  })

  test('have words for everything, in both languages', () => {
    expect(rawKey.exec(textOf(at('sv.pdf')))?.[0]).toBeUndefined()
    expect(rawKey.exec(textOf(at('en.pdf')))?.[0]).toBeUndefined()
    expect(textOf(at('en.pdf'))).toContain('Rounded amounts')
    expect(bare(textOf(at('en.pdf')))).toContain(bare('A high-risk assumption has no test.'))
  })

  test(
    'are tagged: drawings with what they show, tables with their heads',
    () => {
      const tags = tagsOf(at('sv.pdf'))
      const kinds = new Set([...tags.matchAll(/^ *(\w+)/gm)].map((match) => match[1]))
      expect([...kinds]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure']))
      expect(textOfPage(at('sv.pdf'), 1)).toContain('Minskad')
    },
    5 * minutes,
  )
})

describe('a plan of 24 months and a chain of 120 elements', () => {
  const months = periodNames('month', '2027-01', 24)
  const rows = Array.from({ length: 45 }, (_, n) => `Kostnad nummer ${n} för något`)
  const sentence = (n: number) => `Mening ${n} i en beskrivning som är längre än ett ark.`
  const elements = Array.from({ length: 120 }, (_, n) => ({
    id: `E${n}`,
    type: (['resource', 'activity', 'output', 'outcome', 'impact'] as const)[n % 5]!,
    title: `Element ${n} med en ganska lång rubrik som säger vad det är`,
    description: n === 7 ? Array.from({ length: 250 }, (_each, of) => sentence(of)).join(' ') : '',
    horizon: null,
    targetGroupIds: [],
    sdg: [],
    negative: false,
  }))

  function large(): SessionContent {
    const control = new Y.Doc()
    startSession(control, { title: 'Stor', now })
    const chainId = addPage(control, { kind: 'impactChain', title: 'Kedja', now })
    const planId = addPage(control, { kind: 'financingPlan', title: 'Plan', now })
    const brokenId = addPage(control, { kind: 'financingPlan', title: 'Går inte ihop', now })
    const chain = new Y.Doc()
    fillChain(chain, {
      ...demoChain,
      elements,
      links: elements
        .slice(1)
        .map(({ id }, n) => ({ id: `L${n}`, from: `E${n}`, to: id, assumptionIds: [] })),
      indicators: [],
    })
    const plan = new Y.Doc()
    fillPlan(plan, {
      ...demoPlan,
      periodType: 'month',
      periods: months,
      personnel: [],
      variableCosts: [],
      sources: [],
      fixedCosts: rows.map((title, n) => ({
        id: `C${n}`,
        category: 'other',
        title,
        amounts: months.map((_, month) => (n * 24 + month) * 1234_00),
      })),
    })
    const broken = new Y.Doc()
    fillPlan(broken, demoPlan)
    planTables.sources.set(broken, 'S8', { 'loan.disbursed': '1999Q1' })
    return {
      rooms: new Map([
        ['control', Y.encodeStateAsUpdate(control)],
        [roomOfPage(chainId), Y.encodeStateAsUpdate(chain)],
        [roomOfPage(planId), Y.encodeStateAsUpdate(plan)],
        [roomOfPage(brokenId), Y.encodeStateAsUpdate(broken)],
      ]),
      assets: new Map(),
    }
  }
  beforeAll(() => exportTo('large.pdf', large()), 5 * minutes)

  test('every month stands over its column on every sheet, with the rows’ names beside it', () => {
    const costs = pagesOf('large.pdf').filter(
      (page) => page.includes('Fasta kostnader') && page.includes('Kostnad nummer'),
    )
    expect(costs.length).toBeGreaterThan(4)
    for (const page of costs) expect(page).toMatch(/\b202[78]\b/)
    const all = bare(costs.join(' '))
    const parts = all.split(bare(rows[44]!)).length - 1
    expect(parts).toBeGreaterThan(1)
    for (const row of rows) expect(all.split(bare(row)).length - 1).toBe(parts)
    const amounts = costs.join(' ').replaceAll(/\s/g, ' ')
    for (const ore of [44 * 24 + 23, 17 * 24 + 5, 0].map((each) => each * 1234_00))
      expect(amounts).toContain(formatWholeKronor(ore, 'sv-SE').replaceAll(/\s/g, ' '))
  })

  test('what the drawing can’t hold stands on the sheet that it names', () => {
    const [drawing, ...others] = pagesOf('large.pdf')
    const reference = /… → sida\s+(\d+)/.exec(drawing!)
    expect(pagesOf('large.pdf')[Number(reference![1]) - 1]).toContain('Allt i kedjan')
    const found = bare(others.join(' '))
    for (const { title } of elements) expect(found).toContain(bare(title))
  })

  test('a row longer than a sheet goes on, with nothing lost', () => {
    const found = bare(textOf(at('large.pdf'), true))
    const missing = Array.from({ length: 250 }, (_, n) => n).filter(
      (n) => !found.includes(`Mening${n}`) && !found.includes(`${n}ienbeskrivning`),
    )
    expect(missing).toEqual([])
    expect(found.split('längreänettark.').length).toBeGreaterThan(240)
  })

  test('a plan that can’t be computed still shows its rows and says why', () => {
    const found = bare(textOf(at('large.pdf')))
    for (const { funder } of demoPlan.sources) expect(found).toContain(bare(funder))
    expect(found).toContain('FP-11')
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { addNotes, chooseLayout } from '../../shared/document/businessModel'
import { addPage, startSession } from '../../shared/document/control'
import { setPlanFacts, type PlanTable } from '../../shared/document/financingPlan'
import { addElement, addLink as drawLink } from '../../shared/document/impactChainEdit'
import { addLink } from '../../shared/document/links'
import { addPlanRow } from '../../shared/document/planRows'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import type { SessionFinding } from '../../shared/links/checkSession'
import { runCheckCommand } from './check'

let folder = ''
let file = ''
let out = ''
let err = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-check-'))
  file = join(folder, 'one.samverk')
  await writeFile(file, await writeSessionFile(makeSession(), 0))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

async function run(...args: string[]): Promise<number> {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
  const code = await runCheckCommand(args)
  vi.restoreAllMocks()
  return code
}

/** One of each canvas: lunch is paid for, the course is not; the coffee sold has a row, the grant has no note. */
function makeSession() {
  const now = Date.UTC(2027, 0, 1)
  const [control, common, model, chain, plan] = Array.from({ length: 5 }, () => new Y.Doc()) as [
    Y.Doc,
    Y.Doc,
    Y.Doc,
    Y.Doc,
    Y.Doc,
  ]
  startSession(control, { title: 'Köket', now })
  addPage(control, { id: 'model', kind: 'businessModel', title: 'Modellen', now })
  addPage(control, { id: 'chain', kind: 'impactChain', title: 'Kedjan', now })
  addPage(control, { id: 'plan', kind: 'financingPlan', title: 'Planen', now })
  chooseLayout(model, 'classic')
  addNotes(model, [
    { id: 'sold', block: 'revenue', text: 'Kaffe', now },
    { id: 'lent', block: 'revenue', text: 'Uthyrning', now },
    { id: 'guests', block: 'customer', text: 'Gäster', now },
    { id: 'good', block: 'valueCustomer', text: 'Gott kaffe', now },
  ])
  const lunch = addElement(chain, { step: 'activity', title: 'Lunch' })
  addElement(chain, { step: 'activity', title: 'Kurs' })
  const meals = addElement(chain, { step: 'output', title: 'Måltider' })
  drawLink(chain, lunch, meals)
  setPlanFacts(plan, { periodType: 'quarter', firstPeriod: '2027Q1', periodCount: 2 })
  const row = (table: PlanTable, title: string, values: Record<string, string | number>) =>
    addPlanRow(plan, table, { title, values })
  const rent = row('fixedCosts', 'Lokal', { total: 200_000, category: 'premises' })
  const coffee = row('sources', 'Kaffegäster', { kind: 'sales', status: 'planned', total: 100_000 })
  row('sources', 'Bidrag', { kind: 'grant', status: 'granted', probability: 100, total: 300_000 })
  addLink(common, { kind: 'activityCost', a: { page: 'chain', id: lunch }, b: { page: 'plan', id: rent } })
  addLink(common, {
    kind: 'revenueSource',
    a: { page: 'model', id: 'sold' },
    b: { page: 'plan', id: coffee },
  })
  const rooms = new Map<RoomName, Uint8Array>([
    ['control', Y.encodeStateAsUpdate(control)],
    ['common', Y.encodeStateAsUpdate(common)],
    [roomOfPage('model'), Y.encodeStateAsUpdate(model)],
    [roomOfPage('chain'), Y.encodeStateAsUpdate(chain)],
    [roomOfPage('plan'), Y.encodeStateAsUpdate(plan)],
  ])
  return { rooms, assets: new Map<string, Uint8Array>() }
}

test('--json lists the findings of every canvas and of the links between them', async () => {
  expect(await run(file, '--json', '--as-of', '2027-06-01')).toBe(0)
  const findings = JSON.parse(out) as SessionFinding[]
  const between = findings.filter(({ code }) => /^(BM|LK)/.test(code))
  expect(between.map(({ code, page, subject }) => [code, page.title, subject])).toEqual([
    ['BM-04', 'Modellen', 'Uthyrning'],
    ['LK-01', 'Kedjan', 'Kurs'],
    ['LK-03', 'Planen', 'Bidrag'],
  ])
  expect(findings.some(({ code, page }) => code.startsWith('IC-') && page.kind === 'impactChain')).toBe(true)
  expect(findings.some(({ code, page }) => code.startsWith('FP-') && page.kind === 'financingPlan')).toBe(
    true,
  )
  for (const { messageEn, messageSv } of findings) expect(messageEn).not.toBe(messageSv)
})

test('the text names page, rule, thing and message, in either language', async () => {
  expect(await run(file)).toBe(0)
  expect(out).toMatch(/^Modellen\n {2}BM-04 {2}warning {2}Uthyrning: The note about money has no row/)
  expect(await run(file, '--language', 'sv')).toBe(0)
  expect(out).toContain('Kurs: Ingen kostnad i finansieringsplanen betalar för aktiviteten.')
  expect(out).toContain('Uthyrning: Lappen om pengar har ingen rad')
  expect(out).toContain('IC-02  error    Kedjan saknar samhällseffekt.')
})

test('what cannot be read is said in a sentence', async () => {
  const junk = join(folder, 'junk.samverk')
  await writeFile(junk, 'no zip')
  expect(await run(junk)).toBe(1)
  expect(err).toBe(`${junk} holds nothing that could be read.\n`)
  expect(await run(join(folder, 'nowhere.samverk'), '--json')).toBe(1)
  expect(out).toBe('')
  for (const args of [[], [file, file], [file, '--as-of', '2027'], [file, '--language', 'de'], ['--bad']])
    expect(await run(...args)).toBe(2)
})

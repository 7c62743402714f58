// What the demo's canvases show when they are opened.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeDemo } from './demo'
import { pagesInUse, viewPages, type Page } from '../../shared/document/control'
import { readPageContent } from '../../shared/document/linkedContent'
import { viewLinks } from '../../shared/document/links'
import { planInput } from '../../shared/document/planInput'
import { readPlan } from '../../shared/document/readPlan'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { checkSession } from '../../shared/links/checkSession'
import { followThread } from '../../shared/links/thread'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'

const example = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../tests/fixtures/domain/${name}-example.json`, import.meta.url), 'utf8'),
  ) as unknown

const { rooms } = makeDemo(Date.UTC(2027, 0, 4))
const open = (room: RoomName) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, rooms.get(room)!)
  return doc
}
const pages = pagesInUse(viewPages(open('control')).records())
const pageOf = (kind: string): Page => pages.find((page) => page.kind === kind)!

test('its pages stand in the order of the work', () => {
  expect(pages.map((page) => page.title)).toEqual([
    'Väggen',
    'Affärsmodell',
    'Effektkedja',
    'Finansieringsplan',
  ])
})

test('the financing plan shows every figure of the worked example', () => {
  const { expected } = example('financing') as { expected: Record<string, unknown> }
  const page = pageOf('financingPlan')
  const parts = readPlan(open(roomOfPage(page.id)), page.createdAt)
  // Funders' names are in Swedish here; all else is the example's.
  const funders: Record<string, string> = {}
  const input = planInput(parts)
  for (const source of input.sources) funders[source.funder] = source.id
  const named = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, each: unknown) =>
      key === 'name' && typeof each === 'string' ? (funders[each] ?? each) : each,
    )
  const theirs = (example('financing') as { input: { sources: { id: string; funder: string }[] } }).input
  for (const source of theirs.sources) funders[source.funder] = source.id
  expect(named(computeFinancingPlan(input))).toEqual(named(expected))
})

const canvases = {
  pages: pages.flatMap((page) => readPageContent(page, open(roomOfPage(page.id))) ?? []),
  links: viewLinks(open('common')).records(),
}

test('what it leaves open is little enough to read, and nothing in the chain is wrong', () => {
  const findings = checkSession(canvases, '2027-01-04')
  expect(findings.length).toBeLessThan(20)
  expect(findings.filter(({ code, severity }) => code.startsWith('IC') && severity === 'error')).toEqual([])
  expect(findings.filter(({ code }) => code === 'BM-04' || code === 'LK-04')).toEqual([])
})

test('its canvases hang together: an activity shows what it costs and a lunch what it is planned to cost', () => {
  const [chain] = followThread(canvases, '2027-10-31').chains
  const [lunch, coaching, menu] = chain!.activities
  expect(lunch!.costs.map(({ id }) => id)).toEqual(['R1', 'R3', 'C1', 'C3', 'C4', 'V1'])
  expect(lunch!.cost.amount).toBeGreaterThan(1_000_000_00)
  expect(coaching!.cost.amount).toBeGreaterThan(100_000_00)
  expect(menu!.cost.amount).toBeNull()
  const served = lunch!.outputs[0]!.indicators[0]!
  expect(served.costPerUnit).toBeNull()
  // The lunches' share of the plan over the 9,950 lunches that it is for.
  expect(served.costPerUnitAtTarget).toBe(Math.round(lunch!.outputs[0]!.cost.amount! / 9950))
})

// What the demo's canvases show when they are opened.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeDemo } from './demo'
import { chainInput } from '../../shared/document/chainInput'
import { pagesInUse, viewPages, type Page } from '../../shared/document/control'
import { planInput } from '../../shared/document/planInput'
import { readChain } from '../../shared/document/readChain'
import { readPlan } from '../../shared/document/readPlan'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { checkImpactChain } from '../../shared/impact/checkChain'
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

test('the impact chain shows the findings and figures of the worked example', () => {
  const { cases } = example('impact') as { cases: { name: string; asOf: string; expected: unknown }[] }
  const { asOf, expected } = cases.find((each) => each.name === 'grannkoket')!
  const page = pageOf('impactChain')
  const chain = readChain(open(roomOfPage(page.id)), page)
  expect(checkImpactChain(chainInput(chain), asOf)).toEqual(expected)
})

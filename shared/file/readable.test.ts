import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { demoPlan } from '../demo/plan'
import { addPage, startSession } from '../document/control'
import { fillChain } from '../document/fillChain'
import { fillPlan } from '../document/fillPlan'
import { computeFinancingPlan } from '../financing/computePlan'
import example from '../../tests/fixtures/domain/impact-example.json'
import { impactInput } from '../impact/input'
import { writeReadable } from './readable'

const now = Date.UTC(2027, 9, 31)
/** One with a finding for nearly every rule. */
const faultyChain = impactInput.parse(example.cases[0]!.input)

function write(fill: (docs: { chain: Y.Doc; plan: Y.Doc }) => void = () => undefined): Map<string, string> {
  const control = new Y.Doc()
  startSession(control, { title: 'Grannköket', now })
  addPage(control, { id: 'chain', kind: 'impactChain', title: 'Effektkedja', now })
  addPage(control, { id: 'plan', kind: 'financingPlan', title: 'Plan', now })
  const docs = { chain: new Y.Doc(), plan: new Y.Doc() }
  fill(docs)
  return writeReadable(control, (id) => (id === 'chain' ? docs.chain : docs.plan), now)
}

const files = write(({ chain, plan }) => {
  fillChain(chain, faultyChain)
  fillPlan(plan, demoPlan)
})

test('a plan is there as data with its figures, and as tables in kronor', () => {
  const plain = JSON.parse(files.get('readable/02-plan.json')!)
  expect(plain.figures).toEqual(JSON.parse(JSON.stringify(computeFinancingPlan(demoPlan))))
  expect(plain.input.sources).toHaveLength(9)
  const markdown = files.get('readable/02-plan.md')!
  for (const row of [...demoPlan.personnel, ...demoPlan.fixedCosts, ...demoPlan.variableCosts])
    expect(markdown).toContain(row.title)
  for (const { funder } of demoPlan.sources) expect(markdown).toContain(funder)
  expect(markdown).toContain('85\u00a0000')
  expect(markdown).toContain('FP-04')
  expect(markdown).toMatch(/\| Lägsta kassa .* \| \u2212[\d\u00a0]+\u00a0kr \(20\d\dQ\d\)/)
})

test('a chain is there as data with its findings, and as tables with every text', () => {
  const plain = JSON.parse(files.get('readable/01-effektkedja.json')!)
  expect(plain.figures.counts).toEqual({ error: 11, warning: 15, info: 6 })
  const markdown = files.get('readable/01-effektkedja.md')!
  for (const { title } of faultyChain.elements) expect(markdown).toContain(title.trim())
  for (const { text } of faultyChain.assumptions) expect(markdown).toContain(text)
  for (const { name } of [
    ...faultyChain.indicators,
    ...faultyChain.targetGroups,
    ...faultyChain.stakeholders,
  ])
    expect(markdown).toContain(name)
  expect(markdown).toContain('2027-09-30: 1020')
  expect(markdown).toContain('på väg / on track, 53,7\u00a0%')
})

test('a bar in a text stays inside its cell', () => {
  const markdown = write(({ plan }) =>
    fillPlan(plan, {
      ...demoPlan,
      fixedCosts: [{ id: 'C', category: 'other', title: 'a|b', totalSplitEvenly: 1 }],
    }),
  ).get('readable/02-plan.md')!
  expect(markdown).toContain('a\\|b')
})

test('empty pages are written too', () => {
  const empty = write()
  expect(empty.get('readable/01-effektkedja.md')).toContain('IC-01')
  expect(empty.get('readable/02-plan.md')).toContain('2028Q1')
})

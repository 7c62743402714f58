import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkImpactChain } from '../impact/checkChain'
import { chainInput } from './chainInput'
import {
  chainNeed,
  chainTables,
  chainTexts,
  chainUndo,
  readChainFacts,
  removeElements,
  setChainFacts,
  setMeasurement,
  viewAssumptions,
  viewElements,
  viewIndicators,
  viewLinks,
  viewStakeholders,
  viewTargetGroups,
} from './impactChain'
import type { NewRecord } from './recordTable'

interface Case {
  name: string
  asOf: string
  input: { need: string; start: string; end: string } & Record<
    keyof typeof chainTexts,
    Record<string, unknown>[] | undefined
  >
  expected: unknown
}
const { cases } = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/domain/impact-example.json', import.meta.url), 'utf8'),
) as { cases: Case[] }

/** Types a case into a page, with the case's ids. */
function typeIn(page: Y.Doc, input: Case['input']): void {
  setChainFacts(page, { start: input.start, end: input.end })
  chainNeed(page).change([{ at: 0, remove: 0, insert: input.need }])
  for (const [name, table] of Object.entries(chainTables)) {
    const texts: readonly string[] = chainTexts[name as keyof typeof chainTexts] ?? []
    const records = input[name as keyof typeof chainTexts] ?? []
    table.add(
      page,
      records.map(({ id, measurements: _measurements, ...rest }) => ({
        id: String(id),
        texts: Object.fromEntries(Object.entries(rest).filter(([key]) => texts.includes(key))),
        values: Object.fromEntries(Object.entries(rest).filter(([key]) => !texts.includes(key))),
      })) as NewRecord[],
    )
    for (const record of records)
      ((record.measurements as { date: string; value: number }[] | undefined) ?? []).forEach((measured, at) =>
        setMeasurement(page, String(record.id), `m${at}`, measured),
      )
  }
}

const read = (page: Y.Doc) =>
  chainInput({
    id: 'page',
    title: '',
    need: chainNeed(page).read(),
    facts: readChainFacts(page),
    elements: viewElements(page).records(),
    links: viewLinks(page).records(),
    assumptions: viewAssumptions(page).records(),
    targetGroups: viewTargetGroups(page).records(),
    stakeholders: viewStakeholders(page).records(),
    indicators: viewIndicators(page).records(),
  })

test.each(cases)(
  'the case $name typed into a page gives its findings and figures',
  ({ input, asOf, expected }) => {
    const page = new Y.Doc()
    typeIn(page, input)
    expect(checkImpactChain(read(page), asOf)).toEqual(expected)
  },
)

test('two people who each add a measurement to one indicator keep both', () => {
  const one = new Y.Doc()
  const other = new Y.Doc()
  chainTables.indicators.add(one, [{ id: 'I1', texts: { name: 'Luncher' }, values: { elementId: 'E1' } }])
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  setMeasurement(one, 'I1', 'a', { date: '2027-03-31', value: 1 })
  setMeasurement(other, 'I1', 'b', { date: '2027-06-30', value: 2 })
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(
    viewIndicators(one)
      .record('I1')
      ?.measurements.map(({ value }) => value),
  ).toEqual([1, 2])
})

test('an element goes with its links, and undo brings both back', () => {
  const page = new Y.Doc()
  typeIn(page, cases[0]!.input)
  const before = read(page)
  const undo = chainUndo(page)
  removeElements(page, ['E4'])
  expect(read(page).links.some(({ from, to }) => from === 'E4' || to === 'E4')).toBe(false)
  undo.undo()
  expect(read(page)).toEqual(before)
})

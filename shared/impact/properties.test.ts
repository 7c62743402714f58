// What holds for every chain, whatever is linked to what.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { isInvalidInput } from '../checks/invalidInput'
import { checkImpactChain } from './checkChain'
import { directions, elementTypes, frequencies, horizons, risks } from './input'

const id = fc.integer({ min: 0, max: 9 }).map(String)
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const value = fc.oneof(fc.integer(), fc.double({ min: -1e12, max: 1e12, noNaN: true }))
const dated = fc.record({ value, date: fc.option(day) })
const unique = <T extends { id: string }>(row: fc.Arbitrary<T>) =>
  fc.uniqueArray(row, { selector: (each) => each.id, maxLength: 10 })

const anyChain = fc.record(
  {
    start: fc.option(day),
    need: fc.string(),
    targetGroups: unique(fc.record({ id, name: fc.string() })),
    elements: unique(
      fc.record({
        id,
        type: fc.constantFrom(...elementTypes),
        title: fc.string(),
        horizon: fc.option(fc.constantFrom(...horizons)),
        targetGroupIds: fc.array(id, { maxLength: 2 }),
        negative: fc.boolean(),
      }),
    ),
    links: unique(fc.record({ id, from: id, to: id, assumptionIds: fc.array(id, { maxLength: 2 }) })),
    assumptions: unique(fc.record({ id, risk: fc.constantFrom(...risks), test: fc.string() })),
    indicators: unique(
      fc.record({
        id,
        elementId: id,
        unit: fc.string(),
        direction: fc.constantFrom(...directions),
        baseline: fc.option(dated),
        baselineNotApplicable: fc.boolean(),
        target: fc.option(dated),
        frequency: fc.option(fc.constantFrom(...frequencies)),
        measurements: fc.array(fc.record({ date: day, value }), { maxLength: 4 }),
      }),
    ),
  },
  { requiredKeys: [] },
)

it('is computed, with counts that add up and places that exist', () => {
  fc.assert(
    fc.property(anyChain, day, (chain, asOf) => {
      const result = checkImpactChain(chain, asOf)
      if (isInvalidInput(result)) throw new Error(result.sentence)
      const { counts, findings } = result
      expect(counts.error + counts.warning + counts.info).toBe(findings.length)
      const lists = [chain.elements, chain.links, chain.indicators, chain.assumptions, chain.targetGroups]
      const places = new Set(['chain', ...lists.flatMap((list) => (list ?? []).map((each) => each.id))])
      for (const finding of findings) expect(places).toContain(finding.target)
      for (const { progressBp, expectedProgressBp } of result.indicatorProgress) {
        if (progressBp !== null) expect(Number.isSafeInteger(progressBp)).toBe(true)
        if (expectedProgressBp !== null)
          expect(expectedProgressBp === Math.min(10_000, Math.max(0, expectedProgressBp))).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['elements[0].type', { elements: [{ id: 'a', type: 'idea' }] }],
  [
    'elements[1].id',
    {
      elements: [
        { id: 'a', type: 'output' },
        { id: 'a', type: 'output' },
      ],
    },
  ],
  ['links[0].from', { links: [{ id: '1', to: 'a' }] }],
  ['start', { start: '2027-02-29' }],
  ['indicators[0].direction', { indicators: [{ id: 'i', elementId: 'a' }] }],
  [
    'indicators[0].target.value',
    { indicators: [{ id: 'i', elementId: 'a', direction: 'increase', target: { value: 'many' } }] },
  ],
  ['input', null],
])('what cannot be read names its field: %s', (field, chain) => {
  expect(checkImpactChain(chain, '2027-10-31')).toMatchObject({ kind: 'invalidInput', field })
})

test('the day asked about must be one', () => {
  expect(checkImpactChain({}, '31/10 2027')).toMatchObject({ kind: 'invalidInput', field: 'asOf' })
})

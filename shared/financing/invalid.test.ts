// Input that cannot be computed: each fault is named by its field, and no figure is given.
import { expect, it, test } from 'vitest'
import example from '../../tests/fixtures/domain/financing-example.json'
import { isInvalidInput } from '../checks/invalidInput'
import { computeFinancingPlan } from './computePlan'
import { grant, role, smallPlan, source } from '../../tests/fixtures/domain/smallPlan'

type Path = readonly (string | number)[]

/** The example with the value at `path` replaced, or taken away when `value` is undefined. */
function changed(path: Path, value: unknown): unknown {
  const input: unknown = structuredClone(example.input)
  let place = input as Record<string | number, unknown>
  for (const part of path.slice(0, -1)) place = place[part] as typeof place
  const last = path.at(-1)!
  if (value === undefined) delete place[last]
  else place[last] = value
  return input
}

const faults: [field: string, target: string, path: Path, value: unknown][] = [
  ['personnel[0].ftePercent', 'R1', ['personnel', 0, 'ftePercent'], 201],
  ['personnel[1].ftePercent', 'R2', ['personnel', 1, 'ftePercent'], -1],
  ['personnel[0].ftePercent', 'R1', ['personnel', 0, 'ftePercent'], undefined],
  [
    'personnel[0].monthlySalaryFullTime["2028"]',
    'R1',
    ['personnel', 0, 'monthlySalaryFullTime', '2028'],
    undefined,
  ],
  ['personnel[0].from', 'R1', ['personnel', 0, 'from'], '2026Q4'],
  ['personnel[0].to', 'R1', ['personnel', 0, 'to'], '2029Q1'],
  ['personnel[1].to', 'R2', ['personnel', 1, 'to'], '2027Q1'],
  ['personnel[0].employerContributionBp', 'R1', ['personnel', 0, 'employerContributionBp'], []],
  [
    'personnel[2].employerContributionBp[1].bp',
    'R3',
    ['personnel', 2, 'employerContributionBp', 1, 'bp'],
    -1,
  ],
  [
    'personnel[2].employerContributionBp[1].to',
    'R3',
    ['personnel', 2, 'employerContributionBp', 1, 'to'],
    'later',
  ],
  ['sources[2].probability', 'S3', ['sources', 2, 'probability'], 101],
  ['sources[2].amounts[3]', 'S3', ['sources', 2, 'amounts', 3], null],
  ['sources[2].amounts[3]', 'S3', ['sources', 2, 'amounts', 3], 0.5],
  ['sources[2].amounts[3]', 'S3', ['sources', 2, 'amounts', 3], '4000'],
  ['sources[2].amounts[3]', 'S3', ['sources', 2, 'amounts', 3], Number.NaN],
  ['sources[2].amounts', 'S3', ['sources', 2, 'amounts'], [1, 2, 3]],
  ['sources[2].amounts', 'S3', ['sources', 2, 'amounts'], undefined],
  ['sources[2].cofinances', 'S3', ['sources', 2, 'cofinances'], 'S2'],
  ['sources[2].cofinancingPeriods[0]', 'S3', ['sources', 2, 'cofinancingPeriods', 0], '2030Q1'],
  ['sources[2].status', 'S3', ['sources', 2, 'status'], 'maybe'],
  ['sources[0].claim.roles[0]', 'S1', ['sources', 0, 'claim', 'roles', 0], 'R9'],
  ['sources[0].claim.aidIntensityBp', 'S1', ['sources', 0, 'claim', 'aidIntensityBp'], 10_001],
  ['sources[0].claim.paymentLagPeriods', 'S1', ['sources', 0, 'claim', 'paymentLagPeriods'], -1],
  ['sources[4].unitPrice', 'S5', ['sources', 4, 'unitPrice'], undefined],
  ['sources[4].units', 'S5', ['sources', 4, 'units'], undefined],
  ['sources[7].loan', 'S8', ['sources', 7, 'loan'], undefined],
  ['sources[7].loan.disbursed', 'S8', ['sources', 7, 'loan', 'disbursed'], '2026Q1'],
  ['sources[7].loan.amortisationPeriods', 'S8', ['sources', 7, 'loan', 'amortisationPeriods'], 0],
  ['sources[7].loan.annualInterestBp', 'S8', ['sources', 7, 'loan', 'annualInterestBp'], -650],
  ['sources[8].hours', 'S9', ['sources', 8, 'hours'], [1]],
  ['fixedCosts[2].amounts', 'C3', ['fixedCosts', 2, 'totalSplitEvenly'], undefined],
  ['fixedCosts[2].id', 'C1', ['fixedCosts', 2, 'id'], 'C1'],
  ['variableCosts[0].of', 'V1', ['variableCosts', 0, 'of'], 'S4'],
  ['variableCosts[0].id', 'loanInterest', ['variableCosts', 0, 'id'], 'loanInterest'],
  ['periods', 'plan', ['periods'], []],
  ['periods[2]', 'plan', ['periods', 2], '2027Q2'],
  ['periods[2]', 'plan', ['periods', 2], '2027Q9'],
  ['periods[7]', 'plan', ['periods', 7], '2029Q1'],
  ['openingCash', 'plan', ['openingCash'], undefined],
  ['scenarios.base', 'plan', ['scenarios', 'base'], undefined],
  ['scenarios.base.salesFactorBp', 'plan', ['scenarios', 'base', 'salesFactorBp'], -1],
]

it.each(faults)('%s (FP-11 at %s)', (field, target, path, value) => {
  const result = computeFinancingPlan(changed(path, value))
  if (!isInvalidInput(result)) throw new Error('It was computed.')
  expect(result.field).toBe(field)
  expect(result.sentence.startsWith(`${field} `)).toBe(true)
  expect(result.findings[0]).toMatchObject({ code: 'FP-11', severity: 'error', target })
  expect(result).not.toHaveProperty('scenarios')
})

test.each([[null], [undefined], [[]], ['text'], [7], [{}], [{ periods: null, sources: [null] }]])(
  '%j is refused, not stumbled over',
  (input) => {
    expect(computeFinancingPlan(input)).toMatchObject({ kind: 'invalidInput' })
  },
)

test('all faults are told at once', () => {
  const result = computeFinancingPlan(
    smallPlan({
      personnel: [role('R', { ftePercent: 300, otherOnCostBp: -1 })],
      sources: [grant('G', [1.5, 2])],
    }),
  )
  if (!isInvalidInput(result)) throw new Error('It was computed.')
  expect(result.faults.map((each) => [each.field, each.reason])).toEqual([
    ['personnel[0].ftePercent', 'outOfRange'],
    ['personnel[0].otherOnCostBp', 'outOfRange'],
    ['sources[0].amounts[0]', 'outOfRange'],
  ])
  expect(result.findings.map((each) => each.target)).toEqual(['R', 'G'])
})

test('amounts beyond what can be held exactly name their row', () => {
  const huge = Number.MAX_SAFE_INTEGER
  const result = computeFinancingPlan(
    smallPlan({ sources: [grant('G', [1, 1]), source('S', 'sales', { unitPrice: huge, units: [2, 2] })] }),
  )
  expect(result).toMatchObject({ kind: 'invalidInput', field: 'sources[1]' })
  const sums = computeFinancingPlan(smallPlan({ sources: [grant('G', [huge, huge])] }))
  expect(sums).toMatchObject({ kind: 'invalidInput', faults: [{ reason: 'tooLarge' }] })
})

import { describe, expect, test } from 'vitest'
import example from '../../tests/fixtures/domain/financing-example.json'
import { isInvalidInput } from '../checks/invalidInput'
import { computeFinancingPlan } from './computePlan'
import { explainFigures, mainFigures, moreFigures, type Explanation } from './explain'
import { financingInput } from './input'

const input = financingInput.parse(example.input)
const plan = computeFinancingPlan(input)
if (isInvalidInput(plan)) throw new Error('the example cannot be computed')
const explained = explainFigures(input, plan, 'base')
const find = (name: Explanation['name'], of: string | null = null) =>
  explained.find((each) => each.name === name && each.of === of)!
const terms = (name: Explanation['name'], of: string | null = null) =>
  Object.fromEntries(Object.entries(find(name, of).terms).map(([key, { value }]) => [key, value]))

describe('the numbers in each sentence make the figure', () => {
  test('low point: opening cash and the flows until then', () => {
    const { opening, flows, low } = terms('lowPoint')
    expect(Number(opening) + Number(flows)).toBe(low)
    expect(low).toBe(example.expected.scenarios.base.liquidityLowPoint.amount)
  })
  test('structural gap, self-financing, long-term coverage', () => {
    expect(find('structuralGap').value.value).toBe(0)
    const { sales, payments, share } = terms('selfFinancing')
    expect(Math.round((Number(sales) / Number(payments)) * 10_000)).toBe(share)
    expect(find('longTermCoverage').value.value).toBe(9570)
  })
  test('co-financing: eligible less aid is required', () => {
    const { staff, flat, eligible, aid, required } = terms('cofinancing', 'S1')
    expect(Number(staff) + Number(flat)).toBe(eligible)
    expect(Number(eligible) - Number(aid)).toBe(required)
  })
  test('debt service of each year', () => {
    for (const year of ['2027', '2028']) {
      const { surplus, service, share } = terms('debtServiceCoverage', year)
      expect(Math.round((Number(surplus) / Number(service)) * 10_000)).toBe(share)
    }
  })
  test('the largest funder but customers', () => {
    const { funder, amount, funding, share } = terms('largestFunder')
    expect(funder).toBe('Municipality (IOP)')
    expect(Math.round((Number(amount) / Number(funding)) * 10_000)).toBe(share)
  })
})

test('every figure is there, and staff costs name their parameters', () => {
  for (const name of [...mainFigures, ...moreFigures])
    expect(explained.map((each) => each.name)).toContain(name)
  const withLimits = {
    ...input,
    limits: { ordinaryEmployerContributionBp: 3142, reducedRateMonthlyLimit: 2_500_000 },
  }
  expect(explainFigures(withLimits, plan, 'base')[0]!.parameters).toEqual([
    'ordinaryEmployerContribution',
    'youthEmployerContribution',
  ])
})

test('a plan without loans says nothing of debt service', () => {
  const bare = { ...input, sources: input.sources.filter((source) => source.kind !== 'loan') }
  const figures = computeFinancingPlan(bare)
  if (isInvalidInput(figures)) throw new Error(figures.sentence)
  expect(explainFigures(bare, figures, 'base').map((each) => each.name)).not.toContain('debtServiceCoverage')
})

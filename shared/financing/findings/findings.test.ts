import { describe, expect, it, test } from 'vitest'
import example from '../../../tests/fixtures/domain/financing-example.json'
import {
  figuresOf,
  findingsOf,
  grant,
  role,
  smallPlan,
  source,
  type PlanInput,
} from '../../../tests/fixtures/domain/smallPlan'
import { financingFinding, financingRules } from './messages'

const loan = {
  principal: 100,
  disbursed: '2030Q1',
  annualInterestBp: 0,
  amortisationPeriods: 2,
  method: 'straight' as const,
}
const cost = (amounts: number[]) => [{ id: 'C', amounts }]
const claim = (change = {}) => ({
  type: 'flatRateOnStaff' as const,
  roles: ['R'],
  from: '2030Q1',
  to: '2030Q2',
  flatRateBp: 0,
  aidIntensityBp: 6000,
  paymentLagPeriods: 0,
  ...change,
})

test('the rules are those of the worked example, with its severities', () => {
  const stated = example.findingRules.map(([code, severity]) => [code, severity])
  expect(financingRules.map((code) => [code, financingFinding(code, 'x').severity])).toEqual(stated)
})

/** [what, plan, findings that must be there, codes that must not] */
const cases: [string, PlanInput, string[], string[]][] = [
  [
    'cash below zero in base names the period of the low point',
    smallPlan({ fixedCosts: cost([100, 100]), openingCash: 50 }),
    ['FP-01 2030Q2', 'FP-03 2030Q2', 'FP-05 plan', 'FP-08 plan'],
    ['FP-02'],
  ],
  [
    'cash below the buffer',
    smallPlan({ openingCash: 50, liquidityBuffer: 51 }),
    ['FP-02 2030Q1'],
    ['FP-01', 'FP-03', 'FP-05'],
  ],
  [
    'cash at the buffer is enough',
    smallPlan({ openingCash: 51, liquidityBuffer: 51 }),
    [],
    ['FP-01', 'FP-02'],
  ],
  [
    'money that is only likely does not help the cautious',
    smallPlan({
      fixedCosts: cost([100, 0]),
      sources: [grant('G', [100, 0], { status: 'applied', probability: 50 })],
    }),
    ['FP-03 2030Q1', 'FP-06 G'],
    ['FP-01', 'FP-05'],
  ],
  [
    'half is not more than half',
    smallPlan({ sources: [grant('A', [100, 0]), grant('B', [0, 100])] }),
    [],
    ['FP-06'],
  ],
  [
    'one öre more than half is',
    smallPlan({ sources: [grant('A', [1_000_000, 0]), grant('B', [0, 1_000_001])] }),
    ['FP-06 B'],
    [],
  ],
  [
    'customers may stand for more than half',
    smallPlan({
      sources: [
        source('S', 'sales', { unitPrice: 10, units: [9, 9] }),
        grant('A', [1, 0]),
        grant('B', [1, 0]),
      ],
    }),
    [],
    ['FP-06', 'FP-07', 'FP-08'],
  ],
  [
    'recurring income that covers the payments exactly',
    smallPlan({
      fixedCosts: cost([100, 100]),
      sources: [source('A', 'agreement', { recurring: true, amounts: [100, 100] })],
    }),
    ['FP-08 plan'],
    ['FP-07'],
  ],
  [
    'an agreement that does not recur does not cover them',
    smallPlan({ fixedCosts: cost([100, 100]), sources: [source('A', 'agreement', { amounts: [100, 100] })] }),
    ['FP-07 plan'],
    [],
  ],
  [
    'granted money that comes after the plan',
    smallPlan({
      personnel: [role('R')],
      sources: [source('E', 'grant', { claim: claim({ paymentLagPeriods: 1 }) })],
    }),
    ['FP-09 E', 'FP-04 E'],
    [],
  ],
  [
    'money that is only applied for says nothing of coming late',
    smallPlan({
      personnel: [role('R')],
      sources: [source('E', 'grant', { status: 'applied', claim: claim({ paymentLagPeriods: 1 }) })],
    }),
    ['FP-04 E'],
    ['FP-09'],
  ],
  ['a loan repaid in time', smallPlan({ sources: [source('L', 'loan', { loan })] }), [], ['FP-10']],
  [
    'a loan that outlasts the plan',
    smallPlan({ sources: [source('L', 'loan', { loan: { ...loan, amortisationPeriods: 3 } })] }),
    ['FP-10 L'],
    [],
  ],
  [
    'two claims on one role bring more than it costs',
    smallPlan({
      personnel: [role('R')],
      sources: [
        source('E', 'grant', { restricted: true, claim: claim() }),
        source('F', 'grant', { restricted: true, claim: claim() }),
      ],
    }),
    ['FP-12 E'],
    [],
  ],
  [
    'two claims on one role in different periods',
    smallPlan({
      personnel: [role('R')],
      sources: [
        source('E', 'grant', { restricted: true, claim: claim({ to: '2030Q1' }) }),
        source('F', 'grant', { restricted: true, claim: claim({ from: '2030Q2' }) }),
      ],
    }),
    [],
    ['FP-12'],
  ],
  [
    'two grants for one rent',
    smallPlan({
      fixedCosts: cost([100, 100]),
      sources: [
        grant('A', [100, 0], { restricted: true, costLines: ['C'] }),
        grant('B', [0, 101], { restricted: true, costLines: ['C'] }),
      ],
    }),
    ['FP-12 A'],
    [],
  ],
  [
    'a rejected grant funds nothing twice',
    smallPlan({
      fixedCosts: cost([100, 100]),
      sources: [
        grant('A', [100, 0], { restricted: true, costLines: ['C'] }),
        grant('B', [0, 101], { restricted: true, costLines: ['C'], status: 'rejected' }),
      ],
    }),
    [],
    ['FP-12'],
  ],
  [
    'a contribution rate that ends before the role',
    smallPlan({
      personnel: [role('R', { employerContributionBp: [{ from: '2030Q1', to: '2030Q1', bp: 3142 }] })],
    }),
    ['FP-13 R'],
    [],
  ],
  [
    'a reduced rate on more than 25 000 kr a month',
    smallPlan({
      personnel: [
        role('R', { ftePercent: 63, employerContributionBp: [{ from: '2030Q1', to: '2030Q2', bp: 2081 }] }),
      ],
    }),
    ['FP-13 R'],
    [],
  ],
  [
    'a reduced rate on 25 000 kr a month',
    smallPlan({
      personnel: [
        role('R', { ftePercent: 62.5, employerContributionBp: [{ from: '2030Q1', to: '2030Q2', bp: 2081 }] }),
      ],
    }),
    [],
    ['FP-13'],
  ],
]

describe('a finding where it belongs, and only there', () => {
  it.each(cases)('%s', (_, plan, present, absent) => {
    const findings = findingsOf(plan)
    expect(findings).toEqual(expect.arrayContaining(present))
    for (const code of absent) expect(findings.join(' ')).not.toContain(code)
  })
})

test('contributions go on at the last rate when none is given', () => {
  const { personnel } = figuresOf(
    smallPlan({
      personnel: [role('R', { employerContributionBp: [{ from: '2029Q1', to: '2030Q1', bp: 2081 }] })],
    }),
  )
  expect(personnel.R!.map((each) => each.employer)).toEqual([1_248_600, 1_248_600])
})

test('the most serious come first, then by rule', () => {
  const codes = findingsOf(smallPlan({ fixedCosts: cost([100, 100]) }))
  expect(codes).toEqual(['FP-01 2030Q2', 'FP-05 plan', 'FP-03 2030Q2', 'FP-07 plan', 'FP-08 plan'])
})

test('the long-term finding counts the periods it looks at', () => {
  const plan = figuresOf(smallPlan({ fixedCosts: cost([100, 100]) }))
  const finding = plan.findings.find((each) => each.code === 'FP-07')
  expect(finding?.messageEn).toBe('Recurring income does not cover payments in the last two periods (base).')
  expect(finding?.messageSv).toBe(
    'Återkommande intäkter täcker inte utbetalningarna de sista två perioderna (bas).',
  )
})

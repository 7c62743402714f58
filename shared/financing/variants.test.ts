// Plans that differ from the worked example in what they hold, checked by hand.
import { describe, expect, it } from 'vitest'
import { figuresOf, grant, role, smallPlan, source } from '../../tests/fixtures/domain/smallPlan'

const loan = (change = {}) => ({
  principal: 1_200_000,
  disbursed: '2030Q1',
  annualInterestBp: 400,
  interestOnlyPeriods: 0,
  amortisationPeriods: 4,
  method: 'straight' as const,
  ...change,
})
const claim = (roles: string[], change = {}) => ({
  type: 'flatRateOnStaff' as const,
  roles,
  from: '2030Q1',
  to: '2030Q2',
  flatRateBp: 4000,
  aidIntensityBp: 5000,
  paymentLagPeriods: 1,
  ...change,
})

describe('an empty plan', () => {
  const plan = figuresOf(smallPlan())

  it('has figures of zero and no ratios', () => {
    const { base } = plan.scenarios
    expect(base.closingCash).toEqual([0, 0])
    expect(base.liquidityLowPoint).toEqual({ amount: 0, period: '2030Q1' })
    expect(base.ratios).toEqual({
      selfFinancingBp: null,
      personnelShareOfOperatingBp: null,
      restrictedShareOfFundingBp: null,
      largestFunder: { name: null, amount: 0, shareBp: null },
      largestNonCustomerFunder: { name: null, amount: 0, shareOfNonCustomerBp: null },
      hhi: null,
      debtServiceCoverageByYearBp: { '2030': null },
    })
    expect(base.breakEven.contributionPerUnit).toBeNull()
    expect(base.breakEven.unitsNeededLastPeriodWithoutGrants).toBeNull()
    expect(base.longTerm.coverageBp).toBeNull()
    expect(base.payments).toEqual({ loanInterest: [0, 0], loanAmortisation: [0, 0] })
    expect(plan.findings).toEqual([])
  })

  it('has neither claim nor loan, and no lists of them', () => {
    expect(plan.esfClaim).toBeNull()
    expect(plan.loan).toBeNull()
    expect(plan).not.toHaveProperty('claims')
    expect(plan).not.toHaveProperty('loans')
  })
})

describe('period types', () => {
  it('a month has a twelfth of the interest and one month of pay', () => {
    const periods = Array.from(
      { length: 14 },
      (_, at) => `${2030 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}`,
    )
    const span = { from: '2030-01', to: '2031-02' }
    const plan = figuresOf(
      smallPlan({
        periodType: 'month',
        periods,
        personnel: [
          role('R', {
            ...span,
            monthsPerPeriod: undefined,
            monthlySalaryFullTime: { '2030': 4_000_000, '2031': 4_100_000 },
            employerContributionBp: [{ ...span, bp: 3142 }],
          }),
        ],
        sources: [source('L', 'loan', { loan: loan({ disbursed: '2030-02', amortisationPeriods: 12 }) })],
      }),
    )
    expect(plan.personnel.R![0]!.gross).toBe(2_000_000)
    expect(plan.personnel.R![12]!.gross).toBe(2_050_000)
    expect(plan.loan!.schedule.slice(0, 3)).toEqual([
      { period: '2030-01', opening: 0, drawn: 0, interest: 0, amortisation: 0, closing: 0 },
      {
        period: '2030-02',
        opening: 0,
        drawn: 1_200_000,
        interest: 4000,
        amortisation: 100_000,
        closing: 1_100_000,
      },
      {
        period: '2030-03',
        opening: 1_100_000,
        drawn: 0,
        interest: 3667,
        amortisation: 100_000,
        closing: 1_000_000,
      },
    ])
    expect(plan.loan!.closingBalance).toBe(0)
    expect(plan.scenarios.base.longTerm.windowPeriods).toEqual(periods.slice(2))
    expect(Object.keys(plan.scenarios.base.ratios.debtServiceCoverageByYearBp)).toEqual(['2030', '2031'])
  })

  it('a year has all of the interest and twelve months of pay', () => {
    const plan = figuresOf(
      smallPlan({
        periodType: 'year',
        periods: ['2030', '2031', '2032'],
        personnel: [
          role('R', {
            from: '2030',
            to: '2030',
            monthsPerPeriod: undefined,
            employerContributionBp: [{ from: '2030', to: '2030', bp: 3142 }],
          }),
        ],
        sources: [source('L', 'loan', { loan: loan({ disbursed: '2030', interestOnlyPeriods: 1 }) })],
      }),
    )
    expect(plan.personnel.R!.map((cost) => cost.gross)).toEqual([24_000_000, 0, 0])
    expect(plan.loan!.schedule.map((row) => [row.interest, row.amortisation])).toEqual([
      [48_000, 0],
      [48_000, 300_000],
      [36_000, 300_000],
    ])
    expect(plan.scenarios.base.longTerm.windowPeriods).toEqual(['2032'])
    const coverage = plan.findings.find((each) => each.code === 'FP-07')
    expect(coverage?.messageSv).toBe(
      'Återkommande intäkter täcker inte utbetalningarna det sista året (bas).',
    )
  })

  it('a plan of a single period is its own window', () => {
    const plan = figuresOf(smallPlan({ periods: ['2030Q3'], sources: [grant('G', [100])] }))
    expect(plan.scenarios.base.closingCash).toEqual([100])
    expect(plan.scenarios.base.longTerm.windowPeriods).toEqual(['2030Q3'])
  })

  it('a share of full time may have decimals', () => {
    const plan = figuresOf(smallPlan({ personnel: [role('R', { ftePercent: 37.33 })] }))
    expect(plan.personnel.R![0]!.gross).toBe(1_493_200 * 3)
  })
})

describe('several of a kind', () => {
  const plan = figuresOf(
    smallPlan({
      personnel: [role('anna'), role('bo')],
      sources: [
        source('first', 'grant', { claim: claim(['anna']) }),
        source('second', 'grant', {
          claim: claim(['bo'], { paymentLagPeriods: 0 }),
          status: 'applied',
          probability: 40,
        }),
        grant('kommun', [5_000_000, 0], { cofinances: 'second', status: 'granted' }),
        source('bank', 'loan', { loan: loan() }),
        source('kin', 'loan', {
          loan: loan({ disbursed: '2030Q2', annualInterestBp: 0, amortisationPeriods: 2 }),
        }),
      ],
    }),
  )

  it('claims are kept apart, each with its own co-financing', () => {
    expect(Object.keys(plan.claims!)).toEqual(['first', 'second'])
    expect(plan.esfClaim).toEqual(plan.claims!.first)
    // 6 000 000 gross + 1 885 200 contribution = 7 885 200; with 40 % 11 039 280; aid of half of it.
    expect(plan.claims!.first!.aidReceivedCash).toEqual([0, 5_519_640])
    expect(plan.claims!.first!.aidNotReceivedWithinHorizon).toBe(5_519_640)
    expect(plan.claims!.first!.cofinancing.confirmed).toBe(0)
    expect(plan.claims!.second!.cofinancing.confirmed).toBe(5_000_000)
    expect(plan.scenarios.base.receipts.second).toEqual([0, 0])
  })

  it('loans are kept apart, and paid together', () => {
    expect(Object.keys(plan.loans!)).toEqual(['bank', 'kin'])
    expect(plan.loan).toEqual(plan.loans!.bank)
    expect(plan.scenarios.base.payments.loanInterest).toEqual([12_000, 9000])
    expect(plan.scenarios.base.payments.loanAmortisation).toEqual([300_000, 900_000])
    expect(plan.scenarios.base.financingReceipts).toEqual([1_200_000, 1_200_000])
  })

  it('what a unit leaves is the average of the plan’s own mix of products', () => {
    const { breakEven } = figuresOf(
      smallPlan({
        fixedCosts: [{ id: 'rent', amounts: [0, 100_000] }],
        variableCosts: [
          { id: 'flour', percentOfSalesBp: 5000, of: 'bread' },
          { id: 'card fees', percentOfSalesBp: 1000 },
        ],
        sources: [
          source('bread', 'sales', { unitPrice: 5000, units: [100, 200] }),
          source('soup', 'sales', { unitPrice: 10_000, units: [50, 50] }),
        ],
      }),
    ).scenarios.base
    // bread leaves 2 000 (300 units), soup 9 000 (100 units): 1 500 000 / 400
    expect(breakEven.contributionPerUnit).toBe(3750)
    expect(breakEven.unitsNeededLastPeriodWithoutGrants).toBe(27)
  })
})

describe('unusual amounts', () => {
  it('repaid grants and member capital go out again', () => {
    const { base } = figuresOf(
      smallPlan({
        openingCash: -500,
        fixedCosts: [{ id: 'correction', totalSplitEvenly: -3 }],
        sources: [grant('G', [1000, -400]), source('M', 'memberCapital', { amounts: [200, -200] })],
      }),
    ).scenarios
    expect(base.closingCash).toEqual([702, 103])
    expect(base.sourcesAndUses).toMatchObject({ totalSources: 100, totalUses: -3, difference: 103 })
  })

  it('a product that costs more than it brings needs no number of units', () => {
    const { breakEven } = figuresOf(
      smallPlan({
        variableCosts: [{ id: 'V', percentOfSalesBp: 12_000, of: 'S' }],
        sources: [source('S', 'sales', { unitPrice: 100, units: [1, 1] })],
      }),
    ).scenarios.base
    expect(breakEven.contributionPerUnit).toBe(-20)
    expect(breakEven.unitsNeededLastPeriodWithoutGrants).toBeNull()
  })

  it('ids may be any text', () => {
    const plan = figuresOf(smallPlan({ sources: [grant('__proto__', [7, 8]), grant('å b.c', [1, 1])] }))
    expect(Object.entries(plan.scenarios.base.receipts)).toEqual([
      ['__proto__', [7, 8]],
      ['å b.c', [1, 1]],
    ])
    expect(plan.scenarios.base.closingCash).toEqual([8, 17])
  })

  it('sources of one funder are one funder', () => {
    const { ratios } = figuresOf(
      smallPlan({
        sources: [
          grant('a', [300, 0], { funder: 'Region' }),
          grant('b', [300, 0], { funder: 'Region' }),
          grant('c', [400, 0], { funder: 'Kommun' }),
        ],
      }),
    ).scenarios.base
    expect(ratios.largestFunder).toEqual({ name: 'Region', amount: 600, shareBp: 6000 })
    expect(ratios.hhi).toBe(5200)
  })

  it('time given for free is neither cash nor funding', () => {
    const plan = figuresOf(
      smallPlan({
        personnel: [role('R')],
        sources: [
          source('esf', 'grant', { claim: claim(['R']) }),
          source('tid', 'inKind', {
            hours: [10, 5],
            rate: 22_000,
            cofinances: 'esf',
            countsAsCofinancing: true,
          }),
          source('nej', 'inKind', { hours: [10, 5], rate: 22_000, cofinances: 'esf' }),
        ],
      }),
    )
    expect(plan.inKind.byPeriod).toEqual([440_000, 220_000])
    expect(plan.esfClaim!.cofinancing.confirmed).toBe(330_000)
    expect(plan.scenarios.base.receipts).not.toHaveProperty('tid')
    expect(plan.nominalByStatus).toEqual({ granted: 5_519_640 })
  })
})

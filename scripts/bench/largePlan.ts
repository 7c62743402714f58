// A plan as large as they come: by month, sixty rows of every kind that has figures in each period.
import type { FinancingInput } from '../../shared/financing/input'

type Rows<K extends keyof FinancingInput> = FinancingInput[K]

/** `rows` rows in all: a fifth personnel, a third fixed costs, a tenth variable costs, the rest sources. */
export function largePlan(periodCount: number, rows: number): FinancingInput {
  const periods = Array.from(
    { length: periodCount },
    (_, at) => `${2027 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const from = periods[0]!
  const to = periods.at(-1)!
  const counts = { roles: Math.floor(rows / 5), fixed: Math.floor(rows / 3), variable: Math.floor(rows / 10) }
  const sources = rows - counts.roles - counts.fixed - counts.variable
  const perPeriod = (base: number) => periods.map((_, at) => base + at * 137)
  const scenario = { include: ['granted', 'contracted'] as const, minProbability: 50 }

  return {
    currency: 'SEK',
    periodType: 'month',
    periods,
    openingCash: 1_500_000,
    liquidityBuffer: 2_500_000,
    personnel: repeat(counts.roles, (at) => ({
      id: `role${at}`,
      title: `Role ${at}`,
      monthlySalaryFullTime: Object.fromEntries(periods.map((each) => [each.slice(0, 4), 3_000_000 + at])),
      ftePercent: 10 + at,
      from,
      to,
      employerContributionBp: [{ from, to, bp: 3142 }],
      otherOnCostBp: 500,
    })) satisfies Rows<'personnel'>,
    fixedCosts: repeat(counts.fixed, (at) => ({
      id: `fixed${at}`,
      category: at % 7 === 0 ? 'investment' : 'premises',
      title: `Cost ${at}`,
      amounts: perPeriod(100_000 + at),
    })),
    variableCosts: repeat(counts.variable, (at) => ({
      id: `variable${at}`,
      category: 'materials',
      title: `Variable cost ${at}`,
      percentOfSalesBp: 100 + at,
      of: 'source0',
    })),
    sources: repeat(sources, (at) => largeSource(at, from, to, perPeriod)),
    scenarios: {
      cautious: {
        ...scenario,
        include: [...scenario.include],
        minProbability: null,
        salesFactorBp: 7500,
        fixedNonPersonnelFactorBp: 10_500,
      },
      base: {
        ...scenario,
        include: [...scenario.include],
        salesFactorBp: 10_000,
        fixedNonPersonnelFactorBp: 10_000,
      },
      hopeful: {
        include: ['idea', 'applied', 'granted', 'contracted'],
        minProbability: 0,
        salesFactorBp: 11_500,
        fixedNonPersonnelFactorBp: 10_000,
      },
    },
  }
}

function largeSource(
  at: number,
  from: string,
  to: string,
  perPeriod: (base: number) => number[],
): Rows<'sources'>[number] {
  const common = {
    id: `source${at}`,
    funder: `Funder ${at % 9}`,
    status: 'granted' as const,
    probability: 80,
    restricted: at % 2 === 0,
    recurring: at % 3 === 0,
    countsAsCofinancing: false,
    costLines: [],
  }
  if (at % 3 === 0) return { ...common, kind: 'sales', unitPrice: 11_500, units: perPeriod(40 + at) }
  if (at % 10 === 1)
    return {
      ...common,
      kind: 'loan',
      loan: {
        principal: 12_000_000,
        disbursed: from,
        annualInterestBp: 650,
        interestOnlyPeriods: 2,
        amortisationPeriods: 60,
        method: 'annuity',
        guaranteeBp: 8000,
      },
    }
  if (at % 10 === 2)
    return {
      ...common,
      kind: 'grant',
      claim: {
        type: 'flatRateOnStaff',
        roles: ['role0', 'role1'],
        from,
        to,
        flatRateBp: 4000,
        aidIntensityBp: 6000,
        paymentLagPeriods: 3,
      },
    }
  return { ...common, kind: 'grant', amounts: perPeriod(400_000) }
}

function repeat<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

// A worked plan to look at: a neighbourhood kitchen over two years. Invented, and realistic.
import type { FinancingInput } from './input'

const words = {
  sv: {
    carrier: 'Idébärare',
    supervisor: 'Arbetsledare',
    assistant: 'Köksassistent, 20 år',
    premises: 'Lokal',
    services: 'Bokföring och försäkring',
    travel: 'Resor och leveranser',
    kitchen: 'Mobilt kök',
    ingredients: 'Råvaror och förpackningar',
    esf: 'ESF+ (genom projektägaren)',
    region: 'Region (regional medfinansiering)',
    municipality: 'Kommunen (IOP)',
    foundation: 'Stiftelse',
    customers: 'Kunder',
    members: 'Medlemmar',
    crowd: 'Gräsrotsinsamling',
    bank: 'Ekobanken, borgen av Mikrofonden',
    volunteers: 'Ideella krafter',
  },
  en: {
    carrier: 'Idea carrier',
    supervisor: 'Work supervisor',
    assistant: 'Kitchen assistant, aged 20',
    premises: 'Premises',
    services: 'Bookkeeping and insurance',
    travel: 'Travel and deliveries',
    kitchen: 'Mobile kitchen',
    ingredients: 'Ingredients and packaging',
    esf: 'ESF+ (through the project owner)',
    region: 'Region (regional co-financing)',
    municipality: 'Municipality (IOP)',
    foundation: 'Foundation',
    customers: 'Customers',
    members: 'Members',
    crowd: 'Crowdfunding',
    bank: 'Ekobanken, guaranteed by Mikrofonden',
    volunteers: 'Volunteers',
  },
} as const

const periods = ['2027Q1', '2027Q2', '2027Q3', '2027Q4', '2028Q1', '2028Q2', '2028Q3', '2028Q4']
const [start, end] = ['2027Q1', '2028Q4']
const ordinary = [{ from: start, to: end, bp: 3142 }]
const only = (at: number, amount: number) => periods.map((_, each) => (each === at ? amount : 0))
const from = (at: number, amount: number) => periods.map((_, each) => (each >= at ? amount : 0))
const always = (amount: number) => from(0, amount)

/** The example's rows, titled in the language. */
export function examplePlan(language: keyof typeof words): FinancingInput {
  const say = words[language]
  const source = { restricted: false, recurring: false, countsAsCofinancing: false, costLines: [] }
  const certain = { ...source, probability: 100 }
  const role = (id: string, title: string, first: number, second: number, fte: number) => ({
    id,
    title,
    monthlySalaryFullTime: { '2027': first, '2028': second },
    ftePercent: fte,
    from: start,
    to: end,
    employerContributionBp: ordinary,
    otherOnCostBp: 500,
  })
  return {
    currency: 'SEK',
    periodType: 'quarter',
    periods,
    openingCash: 1_500_000,
    liquidityBuffer: 2_500_000,
    personnel: [
      role('R1', say.carrier, 3_200_000, 3_290_000, 50),
      { ...role('R2', say.supervisor, 3_400_000, 3_495_000, 25), from: '2027Q3' },
      {
        ...role('R3', say.assistant, 2_600_000, 2_670_000, 25),
        employerContributionBp: [
          { from: start, to: '2027Q3', bp: 2081 },
          { from: '2027Q4', to: end, bp: 3142 },
        ],
        otherOnCostBp: 0,
      },
    ],
    fixedCosts: [
      { id: 'C1', category: 'premises', title: say.premises, amounts: always(1_200_000) },
      { id: 'C2', category: 'external', title: say.services, amounts: always(600_000) },
      { id: 'C3', category: 'travel', title: say.travel, totalSplitEvenly: 2_000_000 },
      { id: 'C4', category: 'investment', title: say.kitchen, amounts: only(0, 8_500_000) },
    ],
    variableCosts: [
      { id: 'V1', category: 'materials', title: say.ingredients, percentOfSalesBp: 4200, of: 'S5' },
    ],
    sources: [
      {
        ...certain,
        id: 'S1',
        kind: 'grant',
        funder: say.esf,
        status: 'contracted',
        restricted: true,
        claim: {
          type: 'flatRateOnStaff',
          roles: ['R1'],
          from: start,
          to: '2027Q4',
          flatRateBp: 4000,
          aidIntensityBp: 6000,
          paymentLagPeriods: 2,
        },
      },
      {
        ...certain,
        id: 'S2',
        kind: 'grant',
        funder: say.region,
        status: 'granted',
        restricted: true,
        cofinances: 'S1',
        amounts: [4_500_000, 0, 0, 4_500_000, 0, 0, 0, 0],
      },
      {
        ...source,
        id: 'S3',
        kind: 'agreement',
        funder: say.municipality,
        status: 'applied',
        probability: 60,
        restricted: true,
        recurring: true,
        cofinances: 'S1',
        cofinancingPeriods: ['2027Q3', '2027Q4'],
        amounts: from(2, 4_000_000),
      },
      {
        ...source,
        id: 'S4',
        kind: 'grant',
        funder: say.foundation,
        status: 'idea',
        probability: 20,
        restricted: true,
        amounts: only(4, 7_500_000),
      },
      {
        ...source,
        id: 'S5',
        kind: 'sales',
        funder: say.customers,
        status: 'planned',
        probability: 80,
        recurring: true,
        unitPrice: 11_500,
        units: [400, 700, 1000, 1200, 1400, 1600, 1750, 1900],
      },
      {
        ...certain,
        id: 'S6',
        kind: 'memberCapital',
        funder: say.members,
        status: 'contracted',
        amounts: only(0, 1_200_000),
      },
      {
        ...source,
        id: 'S7',
        kind: 'crowdfunding',
        funder: say.crowd,
        status: 'applied',
        probability: 50,
        amounts: only(1, 3_500_000),
      },
      {
        ...certain,
        id: 'S8',
        kind: 'loan',
        funder: say.bank,
        status: 'granted',
        loan: {
          principal: 12_000_000,
          disbursed: start,
          annualInterestBp: 650,
          interestOnlyPeriods: 2,
          amortisationPeriods: 12,
          method: 'straight',
          guaranteeBp: 8000,
        },
      },
      {
        ...certain,
        id: 'S9',
        kind: 'inKind',
        funder: say.volunteers,
        status: 'contracted',
        recurring: true,
        rate: 22_000,
        hours: always(60),
      },
    ],
    scenarios: {
      cautious: {
        include: ['granted', 'contracted'],
        minProbability: null,
        salesFactorBp: 7500,
        fixedNonPersonnelFactorBp: 10_500,
      },
      base: {
        include: ['granted', 'contracted'],
        minProbability: 50,
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

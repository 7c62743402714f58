// A session with a business model, an impact chain and a financing plan, small enough to follow by hand.
import { financingInput } from '../financing/input'
import { impactInput } from '../impact/input'
import type { CheckedNote } from '../businessModel/checkBusinessModel'
import type { ChainContent, ModelContent, PlanContent, SessionCanvases } from './content'
import { linkEnds, linkIdOf, type Link, type LinkKind } from './link'

/** A link between `page/id` and `page/id`, in the order of the kind's ends. */
export function tie(kind: LinkKind, from: string, to: string): Link {
  const end = (text: string) => ({ page: text.split('/')[0]!, id: text.split('/')[1]! })
  if (!(kind in linkEnds)) throw new Error(kind)
  return { id: linkIdOf(end(from), end(to)), kind, a: end(from), b: end(to) }
}

const note = (id: string, block: CheckedNote['block'], text: string): CheckedNote => ({ id, block, text })

export const model: ModelContent = {
  kind: 'businessModel',
  page: { id: 'm', title: 'Affärsmodell' },
  layout: 'social',
  notes: [
    note('who', 'customer', 'Gäster'),
    note('why', 'valueCustomer', 'God lunch'),
    note('sold', 'revenue', 'Kafé'),
    note('given', 'revenue', 'Bidrag'),
    note('rented', 'costs', 'Hyra'),
    note('worked', 'impactMeasures', 'Fler i jobb'),
    note('felt', 'impactMeasures', 'Gladare grannar'),
  ],
}

const scenario = {
  include: ['granted' as const],
  minProbability: 50,
  salesFactorBp: 10_000,
  fixedNonPersonnelFactorBp: 10_000,
}

/**
 * Totals over both quarters: cook 15 770 400 öre (20 000 kr × 6 + 31,42 %), rent 2 000 001, food 150 000 (10 % of
 * sales), insurance 90 000; sales 1 500 000.
 */
export const plan: PlanContent = {
  kind: 'financingPlan',
  page: { id: 'p', title: 'Finansieringsplan' },
  input: financingInput.parse({
    periodType: 'quarter',
    periods: ['2030Q1', '2030Q2'],
    openingCash: 0,
    personnel: [
      {
        id: 'cook',
        title: 'Kock',
        monthlySalaryFullTime: { '2030': 4_000_000 },
        ftePercent: 50,
        from: '2030Q1',
        to: '2030Q2',
        employerContributionBp: [{ from: '2030Q1', to: '2030Q2', bp: 3142 }],
      },
    ],
    fixedCosts: [
      { id: 'rent', category: 'premises', title: 'Lokal', amounts: [1_000_000, 1_000_001] },
      { id: 'insurance', category: 'other', title: 'Försäkring', totalSplitEvenly: 90_000 },
      { id: 'later', category: 'other', title: 'Kommer sen', amounts: [0, 0] },
    ],
    variableCosts: [{ id: 'food', category: 'materials', title: 'Råvaror', percentOfSalesBp: 1000 }],
    sources: [
      {
        id: 'esf',
        kind: 'grant',
        funder: 'ESF+',
        status: 'granted',
        probability: 100,
        amounts: [9_000_000, 9_000_000],
        costLines: ['rent'],
      },
      {
        id: 'cafe',
        kind: 'sales',
        funder: 'Kafégäster',
        status: 'planned',
        probability: 80,
        unitPrice: 5000,
        units: [100, 200],
      },
      { id: 'no', kind: 'gift', funder: 'Sade nej', status: 'rejected', probability: 0, amounts: [1, 1] },
    ],
    scenarios: { cautious: scenario, base: scenario, hopeful: scenario },
  }),
}

export const chain: ChainContent = {
  kind: 'impactChain',
  page: { id: 'c', title: 'Effektkedja' },
  input: impactInput.parse({
    need: 'Grannar äter ensamma',
    elements: [
      { id: 'cooking', type: 'activity', title: 'Laga mat' },
      { id: 'teaching', type: 'activity', title: 'Hålla kurser' },
      { id: 'meeting', type: 'activity', title: 'Mötas' },
      { id: 'meals', type: 'output', title: 'Måltider' },
      { id: 'courses', type: 'output', title: 'Kurser' },
      { id: 'jobs', type: 'outcome', horizon: 'medium', title: 'Jobb' },
    ],
    links: [
      ['cooking', 'meals'],
      ['teaching', 'meals'],
      ['teaching', 'courses'],
      ['meeting', 'courses'],
      ['meals', 'jobs'],
      ['courses', 'jobs'],
    ].map(([from, to]) => ({ id: `${from}-${to}`, from, to })),
    indicators: [
      {
        id: 'served',
        elementId: 'meals',
        name: 'Serverade måltider',
        unit: 'måltider',
        direction: 'increase',
        measurements: [
          { date: '2030-03-31', value: 120 },
          { date: '2030-06-30', value: 300 },
          { date: '2031-01-01', value: 9999 },
        ],
      },
      {
        id: 'employed',
        elementId: 'jobs',
        name: 'I arbete',
        unit: 'personer',
        direction: 'increase',
        measurements: [{ date: '2030-06-30', value: 4 }],
      },
    ],
  }),
}

export const session: SessionCanvases = {
  pages: [model, chain, plan],
  links: [
    tie('activityCost', 'c/cooking', 'p/cook'),
    tie('activityCost', 'c/teaching', 'p/cook'),
    tie('activityCost', 'c/cooking', 'p/rent'),
    tie('activityCost', 'c/teaching', 'p/food'),
    tie('activityCost', 'c/cooking', 'p/gone'),
    tie('revenueSource', 'm/sold', 'p/cafe'),
    tie('noteCost', 'm/rented', 'p/rent'),
    tie('measureIndicator', 'm/worked', 'c/employed'),
  ],
}

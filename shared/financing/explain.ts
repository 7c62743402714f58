// How each figure comes about, with the plan's own numbers: what the sentence "how is this computed?" is filled with.
// The sentences themselves stand with the other texts, under the figure's name.
import { sum } from '../money/round'
import { isClaim, type FinancingInput, type Source } from './input'
import type { ParameterKey } from './parameters'
import type { FinancingPlan, ScenarioPlan } from './result'
import { isFunding, isRecurringAgreement, isSales } from './sources'

/** A number with what it counts; null where there is none, as with a denominator of 0. */
export type Quantity =
  | { readonly unit: 'ore' | 'basisPoints' | 'count'; readonly value: number | null }
  | { readonly unit: 'period' | 'words'; readonly value: string | null }

/** Those always in view. */
export const mainFigures = [
  'lowPoint',
  'bridgingNeed',
  'structuralGap',
  'selfFinancing',
  'longTermCoverage',
] as const
/** Those one can fold out. */
export const moreFigures = [
  'bridgingWithBuffer',
  'cofinancing',
  'breakEvenUnits',
  'breakEvenPeriod',
  'largestFunder',
  'concentration',
  'restrictedShare',
  'personnelShare',
  'debtServiceCoverage',
  'weighted',
  'inKind',
] as const
export type FigureName = (typeof mainFigures)[number] | (typeof moreFigures)[number]

export interface Explanation {
  readonly name: FigureName
  /** What it is of, where there are several: a source's id for co-financing, a year for debt service. */
  readonly of: string | null
  readonly value: Quantity
  /** The values in the sentence, by name. */
  readonly terms: Readonly<Record<string, Quantity>>
  /** Parameters that the figure depends on. */
  readonly parameters: readonly ParameterKey[]
}

const ore = (value: number | null): Quantity => ({ unit: 'ore', value })
const basisPoints = (value: number | null): Quantity => ({ unit: 'basisPoints', value })
const count = (value: number | null): Quantity => ({ unit: 'count', value })
const period = (value: string | null): Quantity => ({ unit: 'period', value })
const words = (value: string | null): Quantity => ({ unit: 'words', value })

interface Explained {
  input: FinancingInput
  plan: FinancingPlan
  scenario: ScenarioPlan
}

type MakeOne = (from: Explained) => Omit<Explanation, 'name' | 'of' | 'parameters'>

const receiptsOf = ({ input, scenario }: Explained, wanted: (source: Source) => boolean) =>
  sum(
    input.sources.filter((source) => wanted(source)).flatMap((source) => scenario.receipts[source.id] ?? []),
  )

const one: Readonly<Partial<Record<FigureName, MakeOne>>> = {
  lowPoint({ input, scenario }) {
    const { amount, period: at } = scenario.liquidityLowPoint
    const flows = scenario.netCashFlow.slice(0, input.periods.indexOf(at) + 1)
    return {
      value: ore(amount),
      terms: {
        period: period(at),
        opening: ore(input.openingCash),
        flows: ore(sum(flows)),
        low: ore(amount),
      },
    }
  },
  bridgingNeed: ({ scenario }) => ({
    value: ore(scenario.bridgingNeed),
    terms: {
      low: ore(scenario.liquidityLowPoint.amount),
      period: period(scenario.liquidityLowPoint.period),
      need: ore(scenario.bridgingNeed),
    },
  }),
  bridgingWithBuffer: ({ input, scenario }) => ({
    value: ore(scenario.bridgingNeedWithBuffer),
    terms: {
      buffer: ore(input.liquidityBuffer),
      low: ore(scenario.liquidityLowPoint.amount),
      need: ore(scenario.bridgingNeedWithBuffer),
    },
  }),
  structuralGap: ({ scenario: { sourcesAndUses } }) => ({
    value: ore(sourcesAndUses.structuralGap),
    terms: {
      uses: ore(sourcesAndUses.totalUses),
      sources: ore(sourcesAndUses.totalSources),
      opening: ore(sourcesAndUses.openingCash),
      gap: ore(sourcesAndUses.structuralGap),
    },
  }),
  selfFinancing: (from) => ({
    value: basisPoints(from.scenario.ratios.selfFinancingBp),
    terms: {
      sales: ore(receiptsOf(from, isSales)),
      payments: ore(sum(from.scenario.operatingPayments)),
      share: basisPoints(from.scenario.ratios.selfFinancingBp),
    },
  }),
  longTermCoverage: ({ scenario: { longTerm } }) => ({
    value: basisPoints(longTerm.coverageBp),
    terms: {
      from: period(longTerm.windowPeriods[0] ?? null),
      to: period(longTerm.windowPeriods.at(-1) ?? null),
      recurring: ore(longTerm.recurringReceipts),
      payments: ore(longTerm.paymentsInclDebtService),
      gap: ore(longTerm.gap),
      share: basisPoints(longTerm.coverageBp),
    },
  }),
  breakEvenUnits: ({ input, scenario: { breakEven } }) => ({
    value: count(breakEven.unitsNeededLastPeriodWithoutGrants),
    terms: {
      period: period(input.periods.at(-1) ?? null),
      fixed: ore(breakEven.fixedCostByPeriod.at(-1) ?? null),
      contribution: ore(breakEven.contributionPerUnit),
      units: count(breakEven.unitsNeededLastPeriodWithoutGrants),
      unitsWithAgreement: count(breakEven.unitsNeededLastPeriodWithRecurringAgreement),
    },
  }),
  breakEvenPeriod: (from) => ({
    value: period(from.scenario.breakEven.firstPeriodWithoutGrants),
    terms: {
      first: period(from.scenario.breakEven.firstPeriodWithoutGrants),
      last: period(from.input.periods.at(-1) ?? null),
      result: ore(from.scenario.breakEven.resultWithoutGrantsByPeriod.at(-1) ?? null),
      agreements: ore(receiptsOf(from, isRecurringAgreement)),
      withAgreement: period(from.scenario.breakEven.firstSustainedPeriodWithRecurringAgreement),
    },
  }),
  largestFunder: (from) => {
    const { name, amount, shareOfNonCustomerBp } = from.scenario.ratios.largestNonCustomerFunder
    return {
      value: basisPoints(shareOfNonCustomerBp),
      terms: {
        funder: words(name),
        amount: ore(amount),
        funding: ore(receiptsOf(from, (source) => isFunding(source) && !isSales(source))),
        share: basisPoints(shareOfNonCustomerBp),
      },
    }
  },
  concentration: ({ scenario: { ratios } }) => ({
    value: count(ratios.hhi),
    terms: {
      hhi: count(ratios.hhi),
      funder: words(ratios.largestFunder.name),
      share: basisPoints(ratios.largestFunder.shareBp),
    },
  }),
  restrictedShare: (from) => ({
    value: basisPoints(from.scenario.ratios.restrictedShareOfFundingBp),
    terms: {
      restricted: ore(receiptsOf(from, (source) => isFunding(source) && source.restricted)),
      funding: ore(receiptsOf(from, isFunding)),
      share: basisPoints(from.scenario.ratios.restrictedShareOfFundingBp),
    },
  }),
  personnelShare: ({ plan, scenario }) => ({
    value: basisPoints(scenario.ratios.personnelShareOfOperatingBp),
    terms: {
      personnel: ore(plan.personnelTotal),
      payments: ore(sum(scenario.operatingPayments)),
      share: basisPoints(scenario.ratios.personnelShareOfOperatingBp),
    },
  }),
  weighted: ({ plan: { probabilityWeighted } }) => ({
    value: ore(probabilityWeighted.weightedTotal),
    terms: {
      nominal: ore(probabilityWeighted.nominalTotal),
      weighted: ore(probabilityWeighted.weightedTotal),
    },
  }),
  inKind: ({ plan: { inKind } }) => ({
    value: ore(inKind.total),
    terms: { total: ore(inKind.total), project: ore(inKind.projectValueBase) },
  }),
}

/** Parameters behind a figure; those of staff costs only where the plan has staff. */
function parametersOf(name: FigureName, { input }: Explained): ParameterKey[] {
  if (name === 'cofinancing') return ['flatRateOnStaff', ...staffParameters(input)]
  const withoutStaff: readonly FigureName[] = ['largestFunder', 'concentration', 'restrictedShare', 'inKind']
  return withoutStaff.includes(name) ? [] : staffParameters(input)
}

function staffParameters({ personnel, limits }: FinancingInput): ParameterKey[] {
  if (personnel.length === 0) return []
  const ordinary = limits?.ordinaryEmployerContributionBp
  const isReduced = personnel.some((role) => role.employerContributionBp.some((rate) => rate.bp !== ordinary))
  return isReduced
    ? ['ordinaryEmployerContribution', 'youthEmployerContribution']
    : ['ordinaryEmployerContribution']
}

/** Every figure of a scenario that the plan has something to say about, in the order of the lists above. */
export function explainFigures(
  input: FinancingInput,
  plan: FinancingPlan,
  scenarioName: 'cautious' | 'base' | 'hopeful',
): Explanation[] {
  const from: Explained = { input, plan, scenario: plan.scenarios[scenarioName] }
  return [...mainFigures, ...moreFigures].flatMap((name) => {
    const parameters = parametersOf(name, from)
    if (name === 'cofinancing') return explainCofinancing(from, parameters)
    if (name === 'debtServiceCoverage') return explainDebtService(from, parameters)
    const make = one[name]!
    return [{ name, of: null, parameters, ...make(from) }]
  })
}

function explainCofinancing({ input, plan }: Explained, parameters: ParameterKey[]): Explanation[] {
  return input.sources.filter(isClaim).flatMap((source) => {
    const claim = plan.claims ? plan.claims[source.id] : plan.esfClaim
    if (!claim) return []
    const { cofinancing, totals } = claim
    return [
      {
        name: 'cofinancing',
        of: source.id,
        value: ore(cofinancing.shortfallConfirmed),
        parameters,
        terms: {
          staff: ore(totals.directStaff),
          flatRate: basisPoints(source.claim.flatRateBp),
          flat: ore(totals.flatRateOther),
          eligible: ore(totals.eligible),
          intensity: basisPoints(source.claim.aidIntensityBp),
          aid: ore(totals.aid),
          required: ore(cofinancing.requiredAmount),
          confirmed: ore(cofinancing.confirmed),
          applied: ore(cofinancing.applied),
          shortfall: ore(cofinancing.shortfallConfirmed),
          later: ore(claim.aidNotReceivedWithinHorizon),
        },
      },
    ]
  })
}

function explainDebtService({ input, scenario }: Explained, parameters: ParameterKey[]): Explanation[] {
  if (sum(scenario.debtService) === 0) return []
  return Object.entries(scenario.ratios.debtServiceCoverageByYearBp).map(([year, share]) => {
    const ofYear = (series: readonly number[]) =>
      sum(series.filter((_, at) => input.periods[at]!.includes(year)))
    return {
      name: 'debtServiceCoverage',
      of: year,
      value: basisPoints(share),
      parameters,
      terms: {
        year: words(year),
        surplus: ore(ofYear(scenario.operatingReceipts) - ofYear(scenario.operatingPayments)),
        service: ore(ofYear(scenario.debtService)),
        share: basisPoints(share),
      },
    }
  })
}

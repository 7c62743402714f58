// A financing plan in the readable copy: the plain input with its figures, and tables that a person can read.
import type * as Y from 'yjs'
import { isInvalidInput } from '../checks/invalidInput'
import type { Page } from '../document/control'
import { scenarioNames } from '../document/financingPlan'
import { planInput, type PlanParts } from '../document/planInput'
import { readPlan } from '../document/readPlan'
import { computeFinancingPlan } from '../financing/computePlan'
import type { FinancingInput, Source } from '../financing/input'
import { claimOf, loanOf, plannedCost, plannedSeries } from '../financing/plannedSeries'
import type { FinancingPlan, ScenarioPlan } from '../financing/result'
import { formatBasisPoints, formatKronor, formatRate, formatWhole, formatWholeKronor } from '../money/format'
import { sum } from '../money/round'
import { lines, list, oneLine, section, table } from './markdown'
import {
  categoryWords,
  kindWords,
  parameterWords,
  planWords as words,
  scenarioWords,
  statusWords,
} from './readablePlanWords'
import { readableWords } from './readableWords'

const locale = 'sv-SE'
const whole = (ore: number) => formatWholeKronor(ore, locale)
const kronor = (ore: number) => formatKronor(ore, locale)
const share = (basisPoints: number | null) => formatBasisPoints(basisPoints, locale)

export function writePlan(page: Page, doc: Y.Doc): { markdown: string; plain: unknown } {
  const parts = readPlan(doc, page.createdAt)
  const input = planInput(parts)
  const computed = computeFinancingPlan(input)
  const plan = isInvalidInput(computed) ? null : computed
  const findings = computed.findings.map(
    (each) => `${each.code}: ${each.messageSv} / ${each.messageEn} (${nameOf(input, each.target)})`,
  )
  const markdown = lines(
    `# ${oneLine(page.title)}`,
    '',
    readableWords.financingPlan,
    '',
    words.amounts,
    setup(parts, input),
    plan ? keyFigures(plan) : `\n${words.noFigures}\n`,
    plan ? cash(input, plan) : '',
    sources(input, plan),
    personnel(input, plan),
    fixedCosts(input, plan),
    variableCosts(input),
    ...input.sources.flatMap((source) => (plan ? schedules(input, plan, source) : [])),
    scenarios(parts),
    parameters(parts),
    section(words.findings, list(findings)),
  )
  return {
    markdown,
    plain: {
      kind: page.kind,
      title: page.title,
      vatNote: parts.facts.vatNote,
      input,
      parameters: parts.parameters,
      figures: plan,
      findings: computed.findings,
    },
  }
}

function nameOf(input: FinancingInput, id: string): string {
  const rows = [...input.personnel, ...input.fixedCosts, ...input.variableCosts]
  return (
    rows.find((row) => row.id === id)?.title || input.sources.find((each) => each.id === id)?.funder || id
  )
}

function setup({ facts }: PlanParts, input: FinancingInput): string {
  return section(
    words.setup,
    list([
      `${words.period}: ${input.periods[0] ?? '–'} – ${input.periods.at(-1) ?? '–'} (${input.periods.length})`,
      `${words.openingCash}: ${kronor(input.openingCash)}`,
      `${words.buffer}: ${kronor(input.liquidityBuffer)}`,
      ...(facts.vatNote.trim() ? [`${words.vat}: ${facts.vatNote}`] : []),
    ]),
  )
}

function keyFigures(plan: FinancingPlan): string {
  const { figure } = words
  const row = (name: string, show: (scenario: ScenarioPlan) => string) => [
    name,
    ...scenarioNames.map((each) => show(plan.scenarios[each])),
  ]
  return section(
    words.keyFigures,
    table(
      ['', ...scenarioNames.map((name) => scenarioWords[name])],
      [
        row(figure.lowPoint, ({ liquidityLowPoint: low }) => `${kronor(low.amount)} (${low.period})`),
        row(figure.bridgingNeed, ({ bridgingNeed }) => kronor(bridgingNeed)),
        row(figure.totalSources, ({ sourcesAndUses }) => kronor(sourcesAndUses.totalSources)),
        row(figure.totalUses, ({ sourcesAndUses }) => kronor(sourcesAndUses.totalUses)),
        row(figure.structuralGap, ({ sourcesAndUses }) => kronor(sourcesAndUses.structuralGap)),
        row(figure.selfFinancing, ({ ratios }) => share(ratios.selfFinancingBp)),
        row(figure.longTerm, ({ longTerm }) => share(longTerm.coverageBp)),
        row(figure.largestFunder, ({ ratios: { largestNonCustomerFunder: largest } }) =>
          largest.name === null ? '–' : `${largest.name}, ${share(largest.shareOfNonCustomerBp)}`,
        ),
      ],
      1,
    ),
  )
}

function cash({ periods }: FinancingInput, plan: FinancingPlan): string {
  const rows = scenarioNames.map((name) => [
    scenarioWords[name],
    ...plan.scenarios[name].closingCash.map(whole),
  ])
  return section(words.cash, table(['', ...periods], rows, 1))
}

/** A table with a column for each period and their sum. */
function byPeriod(
  { periods }: FinancingInput,
  about: readonly string[],
  rows: readonly { about: readonly string[]; series: readonly number[] }[],
): string {
  return table(
    [words.row, ...about, ...periods, words.total],
    rows.map(({ about: known, series }) =>
      series.length === 0 ? known : [...known, ...series.map(whole), whole(sum(series))],
    ),
    1 + about.length,
  )
}

function sources(input: FinancingInput, plan: FinancingPlan | null): string {
  if (input.sources.length === 0) return ''
  const rows = input.sources.map((source) => {
    const terms = [
      kindWords[source.kind],
      source.units &&
        `${source.units.map((each) => formatWhole(each, locale)).join(', ')} ${words.units} × ${kronor(source.unitPrice ?? 0)}`,
      source.hours &&
        `${source.hours.map((each) => formatWhole(each, locale)).join(', ')} ${words.hours} × ${kronor(source.rate ?? 0)}`,
    ]
    return {
      about: [
        source.funder,
        terms.filter(Boolean).join('; '),
        `${statusWords[source.status]}, ${source.probability} %`,
      ],
      series: plan ? plannedSeries(source, input, plan) : [],
    }
  })
  return section(words.sources, words.nominal, byPeriod(input, [words.kind, words.status], rows))
}

function personnel(input: FinancingInput, plan: FinancingPlan | null): string {
  if (input.personnel.length === 0) return ''
  const about = [words.share, words.salary]
  const rows = input.personnel.map((role) => ({
    about: [
      role.title,
      `${String(role.ftePercent).replace('.', ',')} %, ${role.from} – ${role.to}`,
      Object.entries(role.monthlySalaryFullTime)
        .map(([year, ore]) => `${year}: ${kronor(ore)}`)
        .join('; '),
    ],
    series: plan?.personnel[role.id]?.map((each) => each.total) ?? [],
  }))
  return section(
    words.personnel,
    plan
      ? byPeriod(input, about, rows)
      : table(
          [words.row, ...about],
          rows.map((row) => row.about),
        ),
  )
}

function fixedCosts(input: FinancingInput, plan: FinancingPlan | null): string {
  if (input.fixedCosts.length === 0) return ''
  const rows = input.fixedCosts.map((cost) => ({
    about: [cost.title, categoryWords[cost.category as keyof typeof categoryWords] ?? cost.category],
    series: plan ? plannedCost(cost, input) : [],
  }))
  return section(words.fixedCosts, byPeriod(input, [words.kind], rows))
}

function variableCosts(input: FinancingInput): string {
  const rows = input.variableCosts.map((cost) => [
    cost.title,
    categoryWords[cost.category as keyof typeof categoryWords] ?? cost.category,
    `${formatRate(cost.percentOfSalesBp, locale)} ${words.ofSales}${cost.of === undefined ? '' : ` (${nameOf(input, cost.of)})`}`,
  ])
  return rows.length === 0
    ? ''
    : section(words.variableCosts, table([words.row, words.kind, words.value], rows))
}

/** A loan or a claim period by period, where the source has one. */
function schedules(input: FinancingInput, plan: FinancingPlan, source: Source): string[] {
  const found: string[] = []
  const loan = loanOf(source, input, plan)
  if (loan)
    found.push(
      section(
        `${words.loan}: ${oneLine(source.funder)}`,
        table(
          [words.period, ...words.loanColumns],
          loan.schedule.map((row) => [
            row.period,
            ...[row.opening, row.drawn, row.interest, row.amortisation, row.closing].map(whole),
          ]),
          1,
        ),
      ),
    )
  const claim = claimOf(source, input, plan)
  if (claim)
    found.push(
      section(
        `${words.claim}: ${oneLine(source.funder)}`,
        table(
          [words.period, ...words.claimColumns],
          input.periods.map((period, at) => [
            period,
            ...[
              claim.directStaff,
              claim.flatRateOther,
              claim.eligible,
              claim.aidAccrued,
              claim.aidReceivedCash,
            ].map((series) => whole(series[at] ?? 0)),
          ]),
          1,
        ),
        list(
          Object.entries(words.cofinancing).map(
            ([key, name]) => `${name}: ${kronor(claim.cofinancing[key as keyof typeof words.cofinancing])}`,
          ),
        ),
      ),
    )
  return found
}

function scenarios({ scenarios: chosen }: PlanParts): string {
  const rows = scenarioNames.map((name) => {
    const { include, minProbability, salesFactorBp, fixedNonPersonnelFactorBp } = chosen[name]
    const limit = minProbability === null ? '' : `; ${words.andFrom} ${minProbability} %`
    return [
      scenarioWords[name],
      include.map((status) => statusWords[status]).join(', ') + limit,
      share(salesFactorBp),
      share(fixedNonPersonnelFactorBp),
    ]
  })
  return section(words.scenarios, table(['', words.included, words.salesFactor, words.costFactor], rows, 2))
}

function parameters({ parameters: all }: PlanParts): string {
  const rows = all.map(({ key, unit, value, from, to, source }) => [
    parameterWords[key as keyof typeof parameterWords] ?? key,
    unit === 'ore' ? kronor(value) : formatRate(value, locale),
    from ?? '–',
    to ?? '–',
    source,
  ])
  return section(words.parameters, table(['', words.value, words.from, words.to, words.source], rows))
}

// Every receipt and payment of one scenario, line by line: all its other figures are sums of these.
import { sumSeries } from '../money/round'
import type { Basis } from './basis'
import { fixedCostInScenario, isInvestment, variableCostInScenario } from './costs'
import type { Scenario, Source } from './input'
import { isFinancing, isIncluded, isInKind, isSales, salesInScenario } from './sources'

export interface Lines {
  /** In the order of the input, time given for free left out. */
  readonly receipts: readonly { readonly source: Source; readonly series: readonly number[] }[]
  readonly personnel: ReadonlyMap<string, readonly number[]>
  readonly fixed: ReadonlyMap<string, readonly number[]>
  readonly investments: ReadonlyMap<string, readonly number[]>
  readonly variable: ReadonlyMap<string, readonly number[]>
  /** Of all loans that the scenario includes, together. */
  readonly loanInterest: readonly number[]
  readonly loanAmortisation: readonly number[]
}

export function computeLines(basis: Basis, scenario: Scenario): Lines {
  const { input, periods } = basis
  const none = Array.from({ length: periods.count }, () => 0)
  const receipts = input.sources
    .filter((source) => !isInKind(source))
    .map((source) => {
      if (isSales(source)) return { source, series: salesInScenario(source, scenario, periods) }
      return { source, series: isIncluded(source, scenario) ? basis.seriesOf(source) : none }
    })
  const sales = new Map(
    receipts.filter((line) => isSales(line.source)).map((line) => [line.source.id, line.series]),
  )
  const fixed = new Map<string, readonly number[]>()
  const investments = new Map<string, readonly number[]>()
  for (const cost of input.fixedCosts)
    (isInvestment(cost) ? investments : fixed).set(cost.id, fixedCostInScenario(cost, scenario, periods))
  const schedules = input.sources
    .filter((source) => source.loan && isIncluded(source, scenario))
    .map((source) => basis.loans.get(source.id)!.schedule)
  const sumOfLoans = (part: 'interest' | 'amortisation') =>
    sumSeries(
      schedules.map((schedule) => schedule.map((row) => row[part])),
      periods.count,
    )
  return {
    receipts,
    personnel: new Map([...basis.personnel].map(([id, costs]) => [id, costs.map((cost) => cost.total)])),
    fixed,
    investments,
    variable: new Map(
      input.variableCosts.map((cost) => [cost.id, variableCostInScenario(cost, sales, periods)]),
    ),
    loanInterest: sumOfLoans('interest'),
    loanAmortisation: sumOfLoans('amortisation'),
  }
}

/** The payment lines by id, in the order of the input's lists, with the loans' two lines last. */
export function paymentsOf(lines: Lines, input: Basis['input']): Record<string, readonly number[]> {
  const costs = input.fixedCosts.map(
    ({ id }) => [id, lines.fixed.get(id) ?? lines.investments.get(id)!] as const,
  )
  return Object.fromEntries([
    ...lines.personnel,
    ...costs,
    ...lines.variable,
    ['loanInterest', lines.loanInterest],
    ['loanAmortisation', lines.loanAmortisation],
  ])
}

/** Sums per period of the receipts whose source is `wanted`. */
export function sumReceipts(lines: Lines, wanted: (source: Source) => boolean, count: number): number[] {
  return sumSeries(
    lines.receipts.filter((line) => wanted(line.source)).map((line) => line.series),
    count,
  )
}

export const isOperating = (source: Source) => !isFinancing(source) && !isInKind(source)

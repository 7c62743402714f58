// How dependent the plan is: on its own sales, on its funders, on earmarked money, on its lenders.
import { ratioInBasisPoints, scaledRatio, subtract, sum } from '../money/round'
import type { Basis } from './basis'
import type { CashFlows } from './cash'
import type { Source } from './input'
import type { Lines } from './lines'
import type { Ratios } from './result'
import { isFunding, isSales } from './sources'

export function computeRatios(lines: Lines, cash: CashFlows, { periods }: Basis): Ratios {
  const totals = lines.receipts.map(({ source, series }) => ({ source, amount: sum(series) }))
  const sumOf = (wanted: (source: Source) => boolean) =>
    sum(totals.filter((each) => wanted(each.source)).map((each) => each.amount))
  const operatingPayments = sum(cash.operatingPayments)
  const personnel = sum([...lines.personnel.values()].map(sum))
  const funding = sumOf(isFunding)
  const nonCustomer = sumOf((source) => isFunding(source) && !isSales(source))
  const largest = largestFunder(totals, isFunding)
  const largestOther = largestFunder(totals, (source) => isFunding(source) && !isSales(source))
  return {
    selfFinancingBp: ratioInBasisPoints(sumOf(isSales), operatingPayments),
    personnelShareOfOperatingBp: ratioInBasisPoints(personnel, operatingPayments),
    restrictedShareOfFundingBp: ratioInBasisPoints(
      sumOf((source) => isFunding(source) && source.restricted),
      funding,
    ),
    largestFunder: { ...largest, shareBp: ratioInBasisPoints(largest.amount, funding) },
    largestNonCustomerFunder: {
      ...largestOther,
      shareOfNonCustomerBp: ratioInBasisPoints(largestOther.amount, nonCustomer),
    },
    hhi: concentration([...byFunder(totals, isFunding).values()], funding),
    debtServiceCoverageByYearBp: Object.fromEntries(
      [...new Set(periods.years)].map((year) => [year, coverageOfYear(year, cash, periods.years)]),
    ),
  }
}

type SourceTotal = { readonly source: Source; readonly amount: number }

/** Total receipts by funder: sources with the same funder's name are one funder. */
export function byFunder(totals: readonly SourceTotal[], wanted: (source: Source) => boolean) {
  const funders = new Map<string, number>()
  for (const { source, amount } of totals)
    if (wanted(source)) funders.set(source.funder, sum([funders.get(source.funder) ?? 0, amount]))
  return funders
}

/** The first of the largest; nobody, when no funder brings anything. */
function largestFunder(totals: readonly SourceTotal[], wanted: (source: Source) => boolean) {
  let largest: { name: string | null; amount: number } = { name: null, amount: 0 }
  for (const [name, amount] of byFunder(totals, wanted))
    if (amount > largest.amount) largest = { name, amount }
  return largest
}

/** Herfindahl–Hirschman index, 10 000 for a single funder: 10 000 × the sum of squared shares, rounded once. */
function concentration(amounts: readonly number[], total: number): number | null {
  const squares = amounts.reduce((all, amount) => all + BigInt(amount) ** 2n, 0n)
  return scaledRatio(squares, BigInt(total) ** 2n, 10_000n)
}

/** (operating receipts − operating payments) of a calendar year / its debt service. */
function coverageOfYear(year: string, cash: CashFlows, years: readonly string[]): number | null {
  const ofYear = (series: readonly number[]) => sum(series.filter((_, at) => years[at] === year))
  const surplus = subtract(ofYear(cash.operatingReceipts), ofYear(cash.operatingPayments))
  return ratioInBasisPoints(surplus, ofYear(cash.debtService))
}

// What stands in each cell of a row, and what may be written there.
import type { PlanRow } from '../../../shared/document/planRows'
import { claimsInArrears } from '../../../shared/document/planInput'
import type { FixedCostRow, SourceRow } from '../../../shared/document/financingPlan'
import { splitEvenly } from '../../../shared/money/round'
import type { Column } from './gridLines'

/** `ore` and `basisPoints` are whole numbers with two decimals to type; `count` has none. */
export type Format = 'ore' | 'basisPoints' | 'percent' | 'count'

/** Why a cell can't be written in. */
export type Reason = 'claim' | 'loan' | 'personnel' | 'variable' | 'split' | 'sum'

export type Cell =
  | { readonly kind: 'title' }
  | { readonly kind: 'status' }
  | {
      readonly kind: 'value'
      /** The record's key. */
      readonly key: string
      readonly format: Format
      /** `percent` in hundredths, so that every format is a whole number. */
      readonly value: number | null
      /** What a number of units or hours comes to, in öre. */
      readonly money?: number | null
      readonly least: number
      readonly most: number
    }
  | { readonly kind: 'computed'; readonly value: number | null; readonly why: Reason }
  | { readonly kind: 'none' }

const none: Cell = { kind: 'none' }
const most = Number.MAX_SAFE_INTEGER

const value = (
  key: string,
  format: Format,
  held: number | null | undefined,
  {
    least = -most,
    most: highest = most,
    money,
  }: { least?: number; most?: number; money?: number | null } = {},
): Cell => ({
  kind: 'value',
  key,
  format,
  value: held ?? null,
  least,
  most: highest,
  ...(money !== undefined && { money }),
})

const computed = (held: number | null | undefined, why: Reason): Cell => ({
  kind: 'computed',
  value: held ?? null,
  why,
})

/** How a source's cash comes about, which decides what its cells hold. */
export type Shape = 'loan' | 'claim' | 'units' | 'hours' | 'split' | 'amounts'

export function shapeOf(row: SourceRow): Shape {
  if (row.kind === 'loan') return 'loan'
  if (row.kind === 'sales' && row.total === null) return 'units'
  if (row.kind === 'inKind' && row.total === null) return 'hours'
  if (claimsInArrears(row)) return 'claim'
  return row.total === null ? 'amounts' : 'split'
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

/** The whole row's content as it is typed: amounts per period, or nothing where the row is computed. */
export function amountsOfRow(row: SourceRow | FixedCostRow, periods: readonly string[]): number[] {
  if (row.total !== null && Number.isSafeInteger(row.total)) return splitEvenly(row.total, periods.length)
  return periods.map((period) => row.amount[period] ?? 0)
}

/** Each quantity at its price; null where that cannot be held exactly. */
function moneyOf(quantity: number | undefined, price: number | null): number | null {
  if (quantity === undefined || price === null) return null
  const money = quantity * price
  return Number.isSafeInteger(money) ? money : null
}

/**
 * @param series the row's computed cash per period; undefined while nothing could be computed.
 */
export function cellOf(
  planRow: PlanRow,
  column: Column,
  periods: readonly string[],
  series: readonly number[] | undefined,
): Cell {
  if (column === 'title') return { kind: 'title' }
  if (column === 'status') return { kind: 'status' }
  const at = periods.indexOf(column)
  if (column !== 'unit' && column !== 'total' && at < 0) return none
  const { table, row } = planRow
  if (table === 'sources') return sourceCell(row, column, at, periods, series)
  if (table === 'personnel')
    return column === 'unit'
      ? value('ftePercent', 'percent', Math.round(row.ftePercent * 100), { least: 0, most: 20_000 })
      : computed(column === 'total' ? series && sumOf(series) : series?.[at], 'personnel')
  if (table === 'variableCosts')
    return column === 'unit'
      ? value('percentOfSalesBp', 'basisPoints', row.percentOfSalesBp, { least: 0 })
      : computed(column === 'total' ? series && sumOf(series) : series?.[at], 'variable')
  return column === 'unit' ? none : amountCell(row, column, at, periods)
}

function amountCell(
  row: SourceRow | FixedCostRow,
  column: Column,
  at: number,
  periods: readonly string[],
): Cell {
  const amounts = amountsOfRow(row, periods)
  if (row.total !== null)
    return column === 'total' ? value('total', 'ore', row.total) : computed(amounts[at], 'split')
  return column === 'total'
    ? computed(sumOf(amounts), 'sum')
    : value(`amount.${column}`, 'ore', row.amount[column])
}

function sourceCell(
  row: SourceRow,
  column: Column,
  at: number,
  periods: readonly string[],
  series: readonly number[] | undefined,
): Cell {
  switch (shapeOf(row)) {
    case 'loan':
      if (column === 'unit')
        return value('loan.annualInterestBp', 'basisPoints', row.loan.annualInterestBp, { least: 0 })
      if (column === 'total') return value('loan.principal', 'ore', row.loan.principal, { least: 0 })
      return computed(series?.[at], 'loan')
    case 'claim':
      if (column === 'unit')
        return value('claim.aidIntensityBp', 'basisPoints', row.claim.aidIntensityBp, {
          least: 0,
          most: 10_000,
        })
      return computed(column === 'total' ? series && sumOf(series) : series?.[at], 'claim')
    case 'units':
    case 'hours': {
      const isUnits = row.kind === 'sales'
      const [kind, priceKey, price] = isUnits
        ? (['units', 'unitPrice', row.unitPrice] as const)
        : (['hours', 'rate', row.rate] as const)
      if (column === 'unit') return value(priceKey, 'ore', price)
      if (column === 'total')
        return computed(sumOf(periods.map((period) => moneyOf(row[kind][period], price) ?? 0)), 'sum')
      const quantity = row[kind][column]
      return value(`${kind}.${column}`, 'count', quantity, { money: moneyOf(quantity, price) })
    }
    default:
      return column === 'unit' ? none : amountCell(row, column, at, periods)
  }
}

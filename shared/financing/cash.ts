// Cash period by period, its low point, and what would bridge it.
import { add, subtract, sumSeries } from '../money/round'
import type { Basis } from './basis'
import { isOperating, sumReceipts, type Lines } from './lines'
import type { ScenarioPlan } from './result'
import { isFinancing } from './sources'

export type CashFlows = Pick<
  ScenarioPlan,
  | 'operatingReceipts'
  | 'financingReceipts'
  | 'operatingPayments'
  | 'investment'
  | 'debtService'
  | 'netCashFlow'
  | 'closingCash'
>

/**
 * Operating receipts: grants, agreements, sales, crowdfunding and gifts; financing receipts: loans and member
 * capital. Operating payments: personnel, fixed costs but investments, variable costs. Debt service: interest and
 * amortisation. Net flow is receipts less all payments, and closing cash the opening cash and all flows so far.
 */
export function computeCash(lines: Lines, { input, periods }: Basis): CashFlows {
  const { count } = periods
  const operatingReceipts = sumReceipts(lines, isOperating, count)
  const financingReceipts = sumReceipts(lines, isFinancing, count)
  const operatingPayments = sumSeries(
    [...lines.personnel.values(), ...lines.fixed.values(), ...lines.variable.values()],
    count,
  )
  const investment = sumSeries([...lines.investments.values()], count)
  const debtService = sumSeries([lines.loanInterest, lines.loanAmortisation], count)
  const payments = sumSeries([operatingPayments, investment, debtService], count)
  const receipts = sumSeries([operatingReceipts, financingReceipts], count)
  const netCashFlow = receipts.map((amount, at) => subtract(amount, payments[at]!))
  let cash = input.openingCash + 0
  const closingCash = netCashFlow.map((flow) => (cash = add(cash, flow)))
  return {
    operatingReceipts,
    financingReceipts,
    operatingPayments,
    investment,
    debtService,
    netCashFlow,
    closingCash,
  }
}

export type Liquidity = Pick<
  ScenarioPlan,
  'liquidityLowPoint' | 'periodsBelowZero' | 'periodsBelowBuffer' | 'bridgingNeed' | 'bridgingNeedWithBuffer'
>

/** The lowest closing cash (the earliest period on ties) and what is needed to stay at zero, or at the buffer. */
export function computeLiquidity(closingCash: readonly number[], { input, periods }: Basis): Liquidity {
  const amount = Math.min(...closingCash)
  const below = (limit: number) => periods.labels.filter((_, at) => closingCash[at]! < limit)
  return {
    liquidityLowPoint: { amount, period: periods.labels[closingCash.indexOf(amount)]! },
    periodsBelowZero: below(0),
    periodsBelowBuffer: below(input.liquidityBuffer),
    bridgingNeed: Math.max(0, subtract(0, amount)),
    bridgingNeedWithBuffer: Math.max(0, subtract(input.liquidityBuffer, amount)),
  }
}

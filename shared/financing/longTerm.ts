import { add, ratioInBasisPoints, subtract, sum } from '../money/round'
import type { Basis } from './basis'
import type { CashFlows } from './cash'
import { sumReceipts, type Lines } from './lines'
import type { LongTerm } from './result'
import { isRecurringAgreement, isSales } from './sources'

/**
 * Whether what recurs carries what recurs: (sales + recurring agreements) / (operating payments + debt service)
 * over the plan's last twelve months, or over the whole plan when it is shorter.
 */
export function computeLongTerm(lines: Lines, cash: CashFlows, { periods }: Basis): LongTerm {
  const from = Math.max(0, periods.count - periods.perYear)
  const inWindow = (series: readonly number[]) => sum(series.slice(from))
  const recurring = sumReceipts(
    lines,
    (source) => isSales(source) || isRecurringAgreement(source),
    periods.count,
  )
  const recurringReceipts = inWindow(recurring)
  const payments = add(inWindow(cash.operatingPayments), inWindow(cash.debtService))
  return {
    windowPeriods: periods.labels.slice(from),
    recurringReceipts,
    paymentsInclDebtService: payments,
    coverageBp: ratioInBasisPoints(recurringReceipts, payments),
    gap: Math.max(0, subtract(payments, recurringReceipts)),
  }
}

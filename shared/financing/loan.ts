// A loan's schedule: interest each period in arrears, amortisation at the period's end.
import {
  add,
  divideRoundedBig,
  roundedProduct,
  shareOf,
  splitEvenly,
  subtract,
  sum,
  toAmount,
} from '../money/round'
import type { Loan } from './input'
import type { Periods } from './periods'

export interface LoanRow {
  readonly period: string
  readonly opening: number
  readonly drawn: number
  readonly interest: number
  readonly amortisation: number
  readonly closing: number
}

export interface LoanPlan {
  readonly schedule: LoanRow[]
  /** Within the plan, as is the amortisation. */
  readonly totalInterest: number
  readonly totalAmortisation: number
  readonly closingBalance: number
  readonly guaranteedAmount: number
}

/**
 * The loan over the plan's periods, drawn in full in the period of disbursement. After `interestOnlyPeriods`
 * (counted from that period) it is repaid over `amortisationPeriods`: `straight` splits the principal evenly,
 * `annuity` pays the same sum each period and clears the balance with the last payment.
 */
export function computeLoan(loan: Loan, periods: Periods): LoanPlan {
  const start = periods.indexOf(loan.disbursed)!
  const amortise = amortisationOf(loan, periods.perYear)
  const schedule: LoanRow[] = []
  let balance = 0
  periods.labels.forEach((period, at) => {
    const opening = balance
    const drawn = at === start ? loan.principal : 0
    const interest = interestOf(opening + drawn, loan.annualInterestBp, periods.perYear)
    const amortisation = amortise(at - start - loan.interestOnlyPeriods, opening + drawn, interest)
    balance = subtract(add(opening, drawn), amortisation)
    schedule.push({ period, opening, drawn, interest, amortisation, closing: balance })
  })
  return {
    schedule,
    totalInterest: sum(schedule.map((row) => row.interest)),
    totalAmortisation: sum(schedule.map((row) => row.amortisation)),
    closingBalance: balance,
    guaranteedAmount: shareOf(loan.principal, loan.guaranteeBp),
  }
}

/** round(balance × annual rate / periods a year), in öre. */
export function interestOf(balance: number, annualBp: number, perYear: number): number {
  return roundedProduct([balance, annualBp], 10_000 * perYear)
}

/** What is paid off in amortisation period `number` (from 0), given the balance and interest of that period. */
function amortisationOf(loan: Loan, perYear: number) {
  if (loan.method === 'straight' || loan.annualInterestBp === 0) {
    const parts = splitEvenly(loan.principal, loan.amortisationPeriods)
    return (number: number) => parts[number] ?? 0
  }
  const payment = annuityPayment(loan, perYear)
  return (number: number, balance: number, interest: number) => {
    if (number < 0 || number >= loan.amortisationPeriods) return 0
    if (number === loan.amortisationPeriods - 1) return balance
    return Math.min(balance, Math.max(0, subtract(payment, interest)))
  }
}

/**
 * The equal payment of an annuity, rounded once: P × i × (1 + i)^n / ((1 + i)^n − 1) with i the rate per period,
 * kept as an exact fraction all the way.
 */
export function annuityPayment(
  loan: Pick<Loan, 'principal' | 'annualInterestBp' | 'amortisationPeriods'>,
  perYear: number,
): number {
  const whole = BigInt(10_000 * perYear)
  const rate = BigInt(loan.annualInterestBp)
  const periods = BigInt(loan.amortisationPeriods)
  if (rate === 0n) return toAmount(divideRoundedBig(BigInt(loan.principal), periods))
  const grown = (whole + rate) ** periods
  return toAmount(divideRoundedBig(BigInt(loan.principal) * rate * grown, whole * (grown - whole ** periods)))
}

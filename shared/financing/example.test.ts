import { expect, test } from 'vitest'
import example from '../../tests/fixtures/domain/financing-example.json'
import { computeFinancingPlan } from './computePlan'
import type { Loan } from './input'
import { annuityPayment, computeLoan, interestOf } from './loan'
import { periodsPerYear, readPeriods } from './periods'

test('every figure and finding of the worked example', () => {
  expect(computeFinancingPlan(example.input)).toEqual(example.expected)
})

test('the input is left as it was', () => {
  const input = structuredClone(example.input)
  computeFinancingPlan(input)
  expect(input).toEqual(example.input)
})

const { annuity, interestOnePeriod } = example.unitTests

test.each(interestOnePeriod)('interest of one %s on %i öre at %i bp', (type, balance, bp, interest) => {
  expect(interestOf(balance as number, bp as number, periodsPerYear[type as 'month'])).toBe(interest)
})

test('an annuity pays the same each period and ends at zero', () => {
  const loan: Loan = {
    principal: annuity.principal,
    disbursed: '2027Q1',
    annualInterestBp: annuity.annualInterestBp,
    interestOnlyPeriods: 0,
    amortisationPeriods: annuity.periods,
    method: 'annuity',
    guaranteeBp: 0,
  }
  const labels = [2027, 2028, 2029].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`))
  const { schedule } = computeLoan(loan, readPeriods({ periodType: 'quarter', periods: labels }))
  expect(annuityPayment(loan, annuity.periodsPerYear)).toBe(annuity.payment)
  expect(schedule.map((row) => [row.interest, row.amortisation, row.closing])).toEqual(
    annuity.rows_interest_amortisation_closing,
  )
})

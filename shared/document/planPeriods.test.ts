import { expect, test } from 'vitest'
import * as Y from 'yjs'
import example from '../../tests/fixtures/domain/financing-example.json'
import { financingInput } from '../financing/input'
import { fillPlan } from './fillPlan'
import { planUndo, readPlanFacts, viewFixedCosts, viewPersonnel, viewSources } from './financingPlan'
import { changePeriodType } from './planPeriods'

test('a plan by quarter becomes one by month with the same sums, and undo brings it back whole', () => {
  const page = new Y.Doc()
  fillPlan(page, financingInput.parse(example.input))
  const undo = planUndo(page)
  const before = page.getMap('sources').toJSON()
  changePeriodType(page, readPlanFacts(page), 'month')
  expect(readPlanFacts(page)).toMatchObject({ periodType: 'month', firstPeriod: '2027-01', periodCount: 24 })
  const rent = viewFixedCosts(page).record('C1')!.amount
  expect(Object.keys(rent)).toHaveLength(24)
  expect(Object.values(rent).reduce((a, b) => a + b, 0)).toBe(9_600_000)
  expect(viewPersonnel(page).record('R2')).toMatchObject({ from: '2027-07', to: '2028-12' })
  expect(viewSources(page).record('S8')!.loan).toMatchObject({
    interestOnlyPeriods: 6,
    amortisationPeriods: 36,
  })
  expect(viewSources(page).record('S1')!.claim).toMatchObject({ to: '2027-12', paymentLagPeriods: 6 })
  undo.undo()
  expect(page.getMap('sources').toJSON()).toEqual(before)
})

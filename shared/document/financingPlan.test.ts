import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { computeFinancingPlan } from '../financing/computePlan'
import type { FinancingInput } from '../financing/input'
import {
  planTables,
  planUndo,
  readParameters,
  readPlanFacts,
  readScenarios,
  setCells,
  setParameter,
  setScenario,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
} from './financingPlan'
import { fillPlan } from './fillPlan'
import { planInput } from './planInput'

const example = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/domain/financing-example.json', import.meta.url), 'utf8'),
) as { input: FinancingInput; expected: Record<string, unknown> }

const read = (page: Y.Doc) =>
  planInput({
    facts: readPlanFacts(page),
    sources: viewSources(page).records(),
    personnel: viewPersonnel(page).records(),
    fixedCosts: viewFixedCosts(page).records(),
    variableCosts: viewVariableCosts(page).records(),
    scenarios: readScenarios(page),
    parameters: readParameters(page),
  })

test('the example typed into a page gives every figure of the example', () => {
  const page = new Y.Doc()
  fillPlan(page, example.input)
  expect(computeFinancingPlan(read(page))).toEqual(computeFinancingPlan(example.input))
  expect(viewSources(page).bad()).toEqual([])
})

test('two people in two cells of one row both keep their amounts', () => {
  const one = new Y.Doc()
  const other = new Y.Doc()
  planTables.fixedCosts.add(one, [{ id: 'rent', texts: { title: 'Lokal' } }])
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  setCells(one, [{ table: 'fixedCosts', id: 'rent', key: 'amount.2027Q1', value: 100 }])
  setCells(other, [{ table: 'fixedCosts', id: 'rent', key: 'amount.2027Q2', value: 200 }])
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(viewFixedCosts(one).record('rent')?.amount).toEqual({ '2027Q1': 100, '2027Q2': 200 })
  expect(viewFixedCosts(other).records()).toEqual(viewFixedCosts(one).records())
})

test('a cell with something else than a whole number is left out, and the row stays', () => {
  const page = new Y.Doc()
  planTables.fixedCosts.add(page, [
    { id: 'rent', values: { 'amount.2027Q1': 1.5, 'amount.2027Q2': 7, 'amount.2027Q3': 'x' } },
  ])
  expect(viewFixedCosts(page).record('rent')?.amount).toEqual({ '2027Q2': 7 })
})

test('a changed parameter and a changed scenario reach the computation, and undo takes them back', () => {
  const page = new Y.Doc()
  fillPlan(page, example.input)
  const undo = planUndo(page)
  const before = read(page)
  setParameter(page, 'ordinaryEmployerContribution', { value: 3000 })
  expect(read(page).personnel[0]?.employerContributionBp).toEqual([
    { from: '2027Q1', to: '2028Q4', bp: 3000 },
  ])
  undo.stopCapturing()
  setScenario(page, 'base', { include: { status: 'idea', included: true }, salesFactorBp: 9000 })
  expect(read(page).scenarios.base).toMatchObject({
    include: ['idea', 'granted', 'contracted'],
    salesFactorBp: 9000,
  })
  undo.undo()
  undo.undo()
  expect(read(page)).toEqual(before)
})

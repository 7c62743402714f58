import { expect, test } from 'vitest'
import * as Y from 'yjs'
import example from '../../tests/fixtures/domain/financing-example.json'
import { computeFinancingPlan } from '../financing/computePlan'
import { isInvalidInput } from '../checks/invalidInput'
import { financingInput } from '../financing/input'
import { fillPlan } from './fillPlan'
import {
  countPlanRows,
  planTables,
  planUndo,
  readParameters,
  readPlanFacts,
  readScenarios,
  setCells,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
} from './financingPlan'
import { watchOthersRows } from './planChanges'
import { planInput } from './planInput'
import {
  addPlanRow,
  bringBackRow,
  factsInUse,
  keepFacts,
  newSourceValues,
  openTitle,
  purgeRows,
  replaceTitle,
} from './planRows'

const filled = () => {
  const page = new Y.Doc()
  fillPlan(page, financingInput.parse(example.input))
  return page
}
const compute = (page: Y.Doc) =>
  computeFinancingPlan(
    planInput({
      facts: readPlanFacts(page),
      sources: viewSources(page).records(),
      personnel: viewPersonnel(page).records(),
      fixedCosts: viewFixedCosts(page).records(),
      variableCosts: viewVariableCosts(page).records(),
      scenarios: readScenarios(page),
      parameters: readParameters(page),
    }),
  )
const join = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
}

test('a deleted row comes back with all it held, in its place, also when it was taken away for good', () => {
  const page = filled()
  const before = viewSources(page).records()
  const row = viewSources(page).record('S8')!
  for (const forGood of [false, true]) {
    planTables.sources.remove(page, ['S8'])
    expect(viewSources(page).record('S8')).toBeUndefined()
    expect(countPlanRows(page)).toBe(16)
    if (forGood) purgeRows(page, Date.now() + 1000)
    bringBackRow(page, { table: 'sources', row })
    expect(viewSources(page).record('S8')).toEqual(row)
  }
  expect(viewSources(page).records()).toEqual(expect.arrayContaining([...before]))
  expect(isInvalidInput(compute(page))).toBe(false)
})

test('what one writes in a title while another deletes the row is there when it is brought back', () => {
  const one = filled()
  const other = new Y.Doc()
  join(one, other)
  const row = viewFixedCosts(other).record('C1')!
  openTitle(one, 'fixedCosts', 'C1')!.change([{ at: 0, remove: 0, insert: 'Stora ' }])
  planTables.fixedCosts.remove(other, ['C1'])
  join(one, other)
  expect(viewFixedCosts(one).record('C1')).toBeUndefined()
  bringBackRow(other, { table: 'fixedCosts', row })
  join(one, other)
  expect(viewFixedCosts(one).record('C1')!.title).toBe('Stora Premises (lokal)')
})

test('a plan whose rows refer to deleted ones is still computed', () => {
  const page = filled()
  setCells(page, [{ table: 'sources', id: 'S2', key: 'costLines', value: ['C1', 'R1', 'V1'] }])
  planTables.fixedCosts.remove(page, ['C1'])
  planTables.personnel.remove(page, ['R1'])
  planTables.sources.remove(page, ['S5'])
  expect(isInvalidInput(compute(page))).toBe(false)
  planTables.sources.remove(page, ['S1'])
  expect(isInvalidInput(compute(page))).toBe(false)
})

test('a plan that nobody has set up begins after the page was made, and keeps that with its first row', () => {
  const page = new Y.Doc()
  const made = Date.UTC(2026, 10, 22)
  expect(factsInUse(readPlanFacts(page), made).firstPeriod).toBe('2027Q1')
  expect(factsInUse({ ...readPlanFacts(page), periodType: 'month' }, made).firstPeriod).toBe('2026-12')
  expect(readPlanFacts(page).firstPeriod).toBe('')
  keepFacts(page, made)
  addPlanRow(page, 'sources', { title: 'Regionen', values: newSourceValues('grant') })
  expect(readPlanFacts(page).firstPeriod).toBe('2027Q1')
  expect(isInvalidInput(compute(page))).toBe(false)
})

test('a title replaced whole, and undone', () => {
  const page = filled()
  const undo = planUndo(page)
  replaceTitle(page, 'sources', 'S2', 'Region Dalarna')
  expect(viewSources(page).record('S2')!.funder).toBe('Region Dalarna')
  undo.undo()
  expect(viewSources(page).record('S2')!.funder).toBe('Region (regional co-financing)')
})

test('others are heard of, oneself is not', () => {
  const one = filled()
  const other = new Y.Doc()
  join(one, other)
  const heard: unknown[] = []
  const stop = watchOthersRows(one, (table, ids) => heard.push([table, ids]))
  setCells(one, [{ table: 'fixedCosts', id: 'C1', key: 'amount.2027Q1', value: 1 }])
  expect(heard).toEqual([])
  setCells(other, [{ table: 'fixedCosts', id: 'C2', key: 'amount.2027Q1', value: 1 }])
  join(one, other)
  expect(heard).toEqual([['fixedCosts', ['C2']]])
  stop()
})

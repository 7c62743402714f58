import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { planUndo, readPlanFacts, viewFixedCosts, viewSources } from './financingPlan'
import { chainUndo, viewElements } from './impactChain'
import { amountValues, takeIntoChain, takeIntoPlan } from './takeNotes'

const source = { page: 'wall', id: 'shape:1' }
/** 2027-01-15: a plan nobody has set up begins with the second quarter. */
const createdAt = Date.UTC(2027, 0, 15)

test('notes become elements with a way back, in one step to undo', () => {
  const page = new Y.Doc()
  const undo = chainUndo(page)
  const ids = takeIntoChain(
    page,
    [
      { text: 'Laga lunch\nvarje dag', source },
      { text: ' Hålla kurs ', source: { page: 'wall', id: 'shape:2' } },
    ],
    'activity',
  )
  const view = viewElements(page)
  expect(ids.map((id) => view.record(id))).toMatchObject([
    { type: 'activity', title: 'Laga lunch', description: 'varje dag', source },
    { type: 'activity', title: 'Hålla kurs', description: '', source: { page: 'wall', id: 'shape:2' } },
  ])
  undo.undo()
  expect(view.records()).toEqual([])
})

test('outcomes keep the column that was chosen', () => {
  const page = new Y.Doc()
  takeIntoChain(page, [{ text: 'Jobb', source }], 'medium')
  expect(viewElements(page).records()[0]).toMatchObject({ type: 'outcome', horizon: 'medium' })
})

test('a note with a rent becomes a cost in every period, with a way back', () => {
  const page = new Y.Doc()
  const undo = planUndo(page)
  const amount = { amount: 1_200_000, per: 'quarter' } as const
  const ids = takeIntoPlan(
    page,
    [{ text: 'Lokal\n12 000 kr/kvartal', source, amount }],
    'fixedCosts',
    createdAt,
  )
  const row = viewFixedCosts(page).record(ids[0]!)!
  expect(row).toMatchObject({ title: 'Lokal 12 000 kr/kvartal', total: null, reference: source })
  expect(Object.keys(row.amount)).toHaveLength(8)
  expect(row.amount['2027Q2']).toBe(1_200_000)
  expect(readPlanFacts(page).firstPeriod).toBe('2027Q2')
  undo.undo()
  expect(viewFixedCosts(page).records()).toEqual([])
})

test('an amount that comes once is a total; a source begins as an idea', () => {
  const page = new Y.Doc()
  const amount = { amount: 5_000_000, per: null }
  takeIntoPlan(page, [{ text: 'ABF 50 000', source, amount }], 'sources', createdAt)
  expect(viewSources(page).records()[0]).toMatchObject({
    kind: 'grant',
    funder: 'ABF 50 000',
    status: 'idea',
    total: 5_000_000,
    reference: source,
  })
})

test.each([
  ['month', 'quarter', 100, [300, 300, 300, 300]],
  ['quarter', 'quarter', 100, [100, 100, 100, 100]],
  ['year', 'quarter', 101, [26, 25, 25, 25]],
  ['quarter', 'month', 100, [34, 33, 33, 34]],
  ['month', 'year', 7, [84, 84, 84, 84]],
] as const)('%s in a plan by %s', (per, periodType, amount, expected) => {
  const firstPeriod = { month: '2027-01', quarter: '2027Q1', year: '2027' }[periodType]
  const values = amountValues({ amount, per }, { periodType, firstPeriod, periodCount: 4 })
  expect(Object.values(values)).toEqual(expected)
})

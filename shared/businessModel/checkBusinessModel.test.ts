import { describe, expect, test } from 'vitest'
import type { BlockKey, NoteState } from '../document/businessModel'
import { checkBusinessModel } from './checkBusinessModel'

let next = 0
const note = (block: BlockKey, text = 'text', state: NoteState = 'guess') => ({
  id: `n${next++}`,
  block,
  text,
  state,
})
const codes = (...input: Parameters<typeof checkBusinessModel>) =>
  checkBusinessModel(...input).map((each) => each.code)

test('an empty canvas gets no advice, in any layout', () => {
  for (const layout of ['classic', 'social', 'cooperative'] as const)
    expect(checkBusinessModel({ layout, notes: [] })).toEqual([])
})

test('BM-01: customers without a value proposition', () => {
  const notes = [note('customer')]
  expect(checkBusinessModel({ layout: 'classic', notes })).toEqual([
    { code: 'BM-01', block: 'valueCustomer', note: null },
  ])
  expect(codes({ layout: 'classic', notes: [...notes, note('valueCustomer')] })).toEqual([])
})

test('BM-02: revenue without anybody who pays; in a cooperative members may pay', () => {
  expect(checkBusinessModel({ layout: 'classic', notes: [note('revenue')] })).toEqual([
    { code: 'BM-02', block: 'customer', note: null },
  ])
  expect(codes({ layout: 'cooperative', notes: [note('revenue'), note('members')] })).toEqual([])
  // In the classic layout the members' block is not there, so its notes don't count.
  expect(codes({ layout: 'classic', notes: [note('revenue'), note('members')] })).toEqual(['BM-02'])
})

test('BM-03 and BM-06: only where the layout has the blocks', () => {
  const notes = [note('beneficiary')]
  expect(codes({ layout: 'social', notes })).toEqual(['BM-03', 'BM-06'])
  expect(codes({ layout: 'classic', notes })).toEqual([])
  expect(codes({ layout: 'social', notes: [...notes, note('valueSocial'), note('surplus')] })).toEqual([])
})

describe('BM-04: money without a row in the plan', () => {
  const revenue = note('revenue')
  const cost = note('costs')
  const notes = [revenue, cost, note('customer'), note('valueCustomer')]

  test('is not told without a plan', () => {
    expect(codes({ layout: 'classic', notes })).toEqual([])
    expect(codes({ layout: 'classic', notes, financingRows: null })).toEqual([])
  })

  test('names each note that no row is linked to', () => {
    expect(
      checkBusinessModel({ layout: 'classic', notes, financingRows: [{ id: 'r1', notes: [cost.id] }] }),
    ).toEqual([{ code: 'BM-04', block: 'revenue', note: revenue.id }])
    expect(codes({ layout: 'classic', notes, financingRows: [] })).toEqual(['BM-04', 'BM-04'])
  })
})

test('BM-05: measures without an indicator, unless there is no chain', () => {
  const measure = note('impactMeasures')
  const notes = [measure, note('surplus')]
  expect(checkBusinessModel({ layout: 'social', notes })).toEqual([
    { code: 'BM-05', block: 'impactMeasures', note: measure.id },
  ])
  expect(codes({ layout: 'social', notes, indicators: [{ id: 'i', notes: [measure.id] }] })).toEqual([])
  expect(codes({ layout: 'social', notes, indicators: null })).toEqual([])
})

test('empty and rejected notes count as not there', () => {
  expect(
    codes({
      layout: 'classic',
      notes: [note('customer'), note('valueCustomer', '  \n'), note('valueCustomer', 'billigt', 'rejected')],
    }),
  ).toEqual(['BM-01'])
  expect(codes({ layout: 'classic', notes: [note('revenue', 'moms', 'rejected')] })).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertCells, convertCount, lastWithin, periodsWithin } from './convertPeriods'
import { periodTypes } from './input'
import { periodNames } from './periodNames'

test('a quarter is three months, and three months a quarter', () => {
  expect(periodsWithin('quarter', '2027Q2', 'month')).toEqual(['2027-04', '2027-05', '2027-06'])
  expect(convertCells({ '2027Q1': 100, '2027Q2': -7 }, 'quarter', 'month')).toEqual({
    '2027-01': 34,
    '2027-02': 33,
    '2027-03': 33,
    '2027-04': -3,
    '2027-05': -2,
    '2027-06': -2,
  })
  expect(convertCells({ '2027-01': 1, '2027-03': 2, '2027-04': 5 }, 'month', 'quarter')).toEqual({
    '2027Q1': 3,
    '2027Q2': 5,
  })
  expect(lastWithin('quarter', '2027Q1', 'month')).toBe('2027-03')
  expect(convertCount(8, 'quarter', 'month')).toBe(24)
  expect(convertCount(5, 'quarter', 'year')).toBe(2)
})

test('no öre is lost', () => {
  const type = fc.constantFrom(...periodTypes)
  fc.assert(
    fc.property(
      type,
      type,
      fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 }),
      (from, to, amounts) => {
        const first = { month: '2027-05', quarter: '2027Q2', year: '2027' }[from]
        const names = periodNames(from, first, amounts.length)
        const cells = Object.fromEntries(names.map((name, at) => [name, amounts[at]!]))
        const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
        expect(sum(Object.values(convertCells(cells, from, to)))).toBe(sum(amounts))
      },
    ),
  )
})

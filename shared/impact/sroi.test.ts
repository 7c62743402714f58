import { expect, test } from 'vitest'
import { sroi } from './sroi'

const line = {
  id: 'V',
  outcome: 'E',
  quantity: 1,
  proxySekOre: 1000,
  years: 2,
  deadweightBp: 0,
  displacementBp: 0,
  attributionBp: 0,
  dropOffBp: 5000,
}

test('without anything to divide by there is no ratio', () => {
  expect(sroi({ lines: [], discountRateBp: 350, valueOfInputs: 0 })).toEqual({
    lines: [],
    totalPresentValue: 0,
    netPresentValue: 0,
    ratioHundredths: null,
  })
})

test('harm counts against, halves are rounded away from zero', () => {
  const result = sroi({ lines: [{ ...line, proxySekOre: -1001 }], discountRateBp: 0, valueOfInputs: 3000 })
  expect(result).toMatchObject({
    lines: [{ netByYear: [-1001, -501], presentValue: -1502 }],
    netPresentValue: -4502,
    ratioHundredths: -50,
  })
})

test('a hundred years of large values stay exact', () => {
  const large = { ...line, quantity: 1, proxySekOre: 9_000_000_000_000_000, years: 100, dropOffBp: 9999 }
  expect(sroi({ lines: [large], discountRateBp: 0, valueOfInputs: 1 })).toMatchObject({
    lines: [{ netByYear: expect.arrayContaining([9_000_000_000_000_000, 900_000_000_000, 90_000_000]) }],
  })
})

test('what cannot be computed names its field', () => {
  const input = {
    lines: [line, { ...line, quantity: 2, proxySekOre: 2 ** 52 }],
    discountRateBp: 0,
    valueOfInputs: 1,
  }
  expect(sroi(input)).toMatchObject({ kind: 'invalidInput', field: 'lines[1]' })
  expect(sroi({ ...input, lines: [{ ...line, deadweightBp: 10_001 }] })).toMatchObject({
    kind: 'invalidInput',
    field: 'lines[0].deadweightBp',
    sentence: 'lines[0].deadweightBp must be at most 10000.',
  })
})

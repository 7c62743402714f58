import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatKronorAndOre, writeDecimal } from './format'
import { parseAmount, parseBasisPoints, parseWhole } from './parseAmount'

describe('Swedish', () => {
  test.each([
    ['1234', 123400],
    ['1 234,50', 123450],
    ['1\u00a0234,5 kr', 123450],
    ['1\u202f234 SEK', 123400],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['1.234.567', 123456700],
    ['12.50', 1250],
    ['0,125', 13],
    ['-5', -500],
    ['\u22125', -500],
    ['5-', -500],
    ['(1 200)', -120000],
    ['+7', 700],
    ['500:-', 50000],
    [',5', 50],
    ['-0', 0],
    ['0,333333', 33],
    ['99,9951', 10000],
  ])('%s', (text, ore) => expect(parseAmount(text, 'sv-SE')).toBe(ore))

  test.each(['1.234', '1,234', '12,34,5', '1 234,50,1', 'tolv', '1e5', '1..2', '99999999999999999'])(
    '%s is not guessed at',
    (text) => expect(parseAmount(text, 'sv-SE')).toBe('unreadable'),
  )

  test.each(['', '  ', '\u00a0'])('nothing is empty', (text) =>
    expect(parseAmount(text, 'sv-SE')).toBe('empty'),
  )
})

describe('English', () => {
  test.each([
    ['1,234.50', 123450],
    ['1,234', 123400],
    ['1234.5', 123450],
    ['12,50', 1250],
    ['kr 70', 7000],
  ])('%s', (text, ore) => expect(parseAmount(text, 'en-GB')).toBe(ore))

  test('1.234 has more decimals than money and fewer groups than thousands', () =>
    expect(parseAmount('1.234', 'en-GB')).toBe('unreadable'))
})

test('percentages and whole numbers', () => {
  expect(parseBasisPoints('31,42 %', 'sv-SE')).toBe(3142)
  expect(parseBasisPoints('42', 'sv-SE')).toBe(4200)
  expect(parseWhole('1 200 st', 'sv-SE')).toBe(1200)
  expect(parseWhole('60 h', 'sv-SE')).toBe(60)
  expect(parseWhole('12,5', 'sv-SE')).toBe('unreadable')
})

test('what the program writes, it reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom('sv-SE', 'en-GB'), (ore, locale) => {
      expect(parseAmount(formatKronorAndOre(ore, locale), locale)).toBe(ore)
      expect(parseAmount(writeDecimal(ore, 2, locale), locale)).toBe(ore)
    }),
  )
})

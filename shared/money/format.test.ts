import { expect, test } from 'vitest'
import { formatBasisPoints, formatKronor, formatKronorAndOre } from './format'

test('Swedish kronor have no-break spaces and a real minus', () => {
  expect(formatKronor(123_456_700, 'sv-SE')).toBe('1\u00a0234\u00a0567\u00a0kr')
  expect(formatKronor(-76_091_0, 'sv')).toBe('\u22127\u00a0609\u00a0kr')
  expect(formatKronor(-49, 'sv')).toBe('0\u00a0kr')
  expect(formatKronor(-50, 'sv')).toBe('\u22121\u00a0kr')
  expect(formatKronor(99_900, 'sv')).toBe('999\u00a0kr')
})

test('English groups by commas', () => {
  expect(formatKronor(-123_456_750, 'en')).toBe('\u22121,234,568\u00a0kr')
})

test('öre are kept where they are asked for', () => {
  expect(formatKronorAndOre(-123_456_705, 'sv')).toBe('\u22121\u00a0234\u00a0567,05\u00a0kr')
  expect(formatKronorAndOre(5, 'sv')).toBe('0,05\u00a0kr')
  expect(formatKronorAndOre(100_000, 'en')).toBe('1,000.00\u00a0kr')
})

test('shares are per cent with one decimal, and an en dash when there is none', () => {
  expect(formatBasisPoints(7197, 'sv')).toBe('72,0\u00a0%')
  expect(formatBasisPoints(-53_843, 'sv')).toBe('\u2212538,4\u00a0%')
  expect(formatBasisPoints(9570, 'en')).toBe('95.7%')
  expect(formatBasisPoints(null, 'sv')).toBe('\u2013')
})

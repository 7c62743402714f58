import { expect, it } from 'vitest'
import { holdsPersonalNumber } from './personalNumber'

it.each([
  '811218-9876',
  '8112189876',
  '19811218-9876',
  '198112189876',
  '811218+9876',
  'Kontakt: 811218-9876, ring!',
  'ordernr 123456-7890 och 811218-9876',
  '811278-9873', // coordination number: day + 60
])('%s looks like one', (text) => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

it.each([
  '811218-9875', // check digit
  '811318-9876', // month 13
  '811200-9876', // day 0
  '811232-9870', // day 32
  '5811218-9876', // a digit before
  '811218-98765', // a digit after
  '0243-123 45 67',
  '',
])('%s does not', (text) => {
  expect(holdsPersonalNumber(text)).toBe(false)
})

import { expect, test } from 'vitest'
import { amountInText } from './amountInText'

const sv = (text: string) => amountInText(text, 'sv-SE')

test.each([
  ['Lokal 12 000 kr/kvartal', 1_200_000, 'quarter'],
  ['Lokal 12\u00a0000\u00a0kr per kvartal', 1_200_000, 'quarter'],
  ['Hyra: 8 500:- i månaden', 850_000, 'month'],
  ['Försäkring 6000 kr om året', 600_000, 'year'],
  ['5 tkr', 500_000, null],
  ['Utrustning ca 12,5 tkr', 1_250_000, null],
  ['Bidrag 1,5 miljoner', 150_000_000, null],
  ['Region Dalarna: 2 mkr', 200_000_000, null],
  ['1,2345 miljoner kronor', 123_450_000, null],
  ['SEK 40 000 från Leader', 4_000_000, null],
  ['ABF 50 000', 5_000_000, null],
  ['Kaffe 99,50 kr', 9_950, null],
  ['3 lokaler för 12 000 kr', 1_200_000, null],
  ['Lokal 4 000 kr/mån (4 000 kr/mån)', 400_000, 'month'],
  ['ESF+ 2027: 750 000 kronor', 75_000_000, null],
  ['Lokal – 5 000 kr', 500_000, null],
  ['Lokal - 5 000 kr', 500_000, null],
])('%s', (text, amount, per) => {
  expect(sv(text)).toEqual({ amount, per })
})

test.each([
  'Lokal',
  '',
  'Vi är 12 personer',
  'Start 2027',
  '10 000 besökare',
  '5–10 tkr',
  '100 - 200 kr',
  '500 kr/st',
  'Lunch 95 kr per portion',
  '12 x 500 kr',
  '10 st à 500 kr',
  '500 kr x 12',
  '12 000 kr av 50 000 kr',
  '40 % av 100 000 kr',
  '1,234 kr',
  '-5000 kr',
  'Telefon 070-123 45 67',
  'A4 papper',
])('no amount in: %s', (text) => {
  expect(sv(text)).toBeNull()
})

test('English writes the thousands with a comma', () => {
  expect(amountInText('Rent 12,000 kr a month', 'en-GB')).toEqual({ amount: 1_200_000, per: 'month' })
})

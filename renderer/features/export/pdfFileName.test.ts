import { expect, test } from 'vitest'
import { pdfFileName } from './pdfFileName'

const day = new Date(2027, 2, 14, 12).getTime()

test('a PDF is named by day, session and page in plain letters', () => {
  expect(pdfFileName(['Grannköket', 'Affärsmodell'], day)).toBe('2027-03-14_Grannkoket_Affarsmodell.pdf')
  expect(pdfFileName(['Smørrebrød & Łódź: "nr 2"'], day)).toBe('2027-03-14_Smorrebrod-Lodz-nr-2.pdf')
})

test('a title that plain letters cannot write is left out', () => {
  expect(pdfFileName(['مطبخ الجيران', 'Wall'], day)).toBe('2027-03-14_Wall.pdf')
  expect(pdfFileName(['../..', ''], day)).toBe('2027-03-14.pdf')
})

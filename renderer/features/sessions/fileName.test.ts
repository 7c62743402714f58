import { expect, test } from 'vitest'
import { fileNameOf } from './fileName'

const day = new Date(2027, 2, 14, 12).getTime()

test('a file is named by day and title, without letters that some systems refuse', () => {
  expect(fileNameOf('Grannköket', day)).toBe('2027-03-14_Grannkoket')
  expect(fileNameOf('Möte 3: "vad/hur?" …', day)).toBe('2027-03-14_Mote-3-vad-hur')
  expect(fileNameOf('../../etc', day)).toBe('2027-03-14_etc')
})

test('a title of nothing but signs leaves the day', () => {
  expect(fileNameOf('???', day)).toBe('2027-03-14')
})

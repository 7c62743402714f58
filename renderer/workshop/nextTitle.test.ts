import { expect, test } from 'vitest'
import { nextTitle } from './nextTitle'

test('a title that is taken gets the first free number', () => {
  expect(nextTitle('Tavla', [])).toBe('Tavla')
  expect(nextTitle('Tavla', ['Tavla', 'Tavla 3'])).toBe('Tavla 2')
  expect(nextTitle('Tavla', ['Tavla', 'Tavla 2'])).toBe('Tavla 3')
})

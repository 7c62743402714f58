import { expect, test } from 'vitest'
import { sayText, type Texts } from './sayText'

const texts: Texts = {
  greeting: 'Hej {{name}}',
  twice: '{{ name }} och {{name}}',
  dialog: { title: 'Ta bort?', notes_one: '{{count}} lapp', notes_other: '{{count}} lappar' },
  always: 'alla {{count}}',
}
const say = (key: string, values?: Record<string, unknown>) => sayText(texts, 'sv-SE', key, values)

test('a text is found by its key, however deep, and a key without a text is its own', () => {
  expect(say('dialog.title')).toBe('Ta bort?')
  for (const key of ['nothing', 'dialog', 'dialog.title.more', 'constructor', 'dialog.toString'])
    expect(say(key)).toBe(key)
})

test('values come in as they are: markup, patterns and all', () => {
  expect(say('greeting', { name: '<b>$& {{name}}</b>' })).toBe('Hej <b>$& {{name}}</b>')
  expect(say('twice', { name: 'Åsa' })).toBe('Åsa och Åsa')
  expect(say('greeting')).toBe('Hej ')
  expect(say('greeting', { name: 0 })).toBe('Hej 0')
})

test('a number chooses the form that the language has for it', () => {
  expect([0, 1, 2, 1.5].map((count) => say('dialog.notes', { count }))).toEqual([
    '0 lappar',
    '1 lapp',
    '2 lappar',
    '1.5 lappar',
  ])
  expect(say('always', { count: 1 })).toBe('alla 1')
  const polish: Texts = { notes_one: '1', notes_few: 'few', notes_many: 'many', notes_other: 'other' }
  expect([1, 3, 5].map((count) => sayText(polish, 'pl', 'notes', { count }))).toEqual(['1', 'few', 'many'])
})

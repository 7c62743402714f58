import { expect, test } from 'vitest'
import { choosePages } from './exportPages'

const pages = [
  { pageId: 'w', title: 'Väggen' },
  { pageId: 'b', title: 'Affärsmodell' },
  { pageId: 'c', title: '2027' },
]
const ids = (list?: string) => {
  const chosen = choosePages(list, pages)
  return chosen.kind === 'chosen' ? chosen.pageIds : chosen
}

test('pages are named by number, range, title or id, and printed in the order named', () => {
  expect(ids()).toEqual(['w', 'b', 'c'])
  expect(ids('2,1')).toEqual(['b', 'w'])
  expect(ids('1-2')).toEqual(['w', 'b'])
  expect(ids('affärsmodell, VÄGGEN')).toEqual(['b', 'w'])
  expect(ids('c')).toEqual(['c'])
  expect(ids('2027')).toEqual(['c'])
  expect(ids('1,1,w')).toEqual(['w'])
})

test.each(['4', '0', '2-9', '3-1', 'Väg', ','])('“%s” names no page', (list) => {
  expect(ids(list)).toMatchObject({ kind: 'unknown' })
})

import { expect, test } from 'vitest'
import type { Presence } from '../document/session'
import { gatherHere } from './whoIsHere'

const presence = (memberId: string, more: Partial<Presence> = {}): Presence => ({
  clientId: 1,
  memberId,
  name: memberId,
  role: 'participant',
  color: '#123456',
  state: {},
  ...more,
})

test('a person with two windows is one person, and oneself is left out', () => {
  const here = gatherHere([presence('bo'), presence('bo', { state: { page: 'wall' } }), presence('me')], 'me')
  expect(here).toHaveLength(1)
  expect(here[0]).toMatchObject({ memberId: 'bo', pageId: 'wall' })
})

test('who leads comes first, who only looks comes last', () => {
  const here = gatherHere(
    [presence('alva', { role: 'observer' }), presence('bo'), presence('zara', { role: 'facilitator' })],
    'me',
  )
  expect(here.map((each) => each.memberId)).toEqual(['zara', 'bo', 'alva'])
})

test('a page that is not a text is no page', () => {
  expect(gatherHere([presence('bo', { state: { page: { x: 1 } } })], 'me')[0]!.pageId).toBeNull()
})

import { expect, test } from 'vitest'
import type { Member } from '../../../shared/relay/api'
import type { Here } from '../whoIsHere'
import { gatherPeople } from './gatherPeople'

const here = (memberId: string, more: Partial<Here> = {}): Here => ({
  memberId,
  name: memberId,
  role: 'participant',
  color: '#123456',
  pageId: 'wall',
  isSelf: false,
  ...more,
})
const member = (memberId: string, more: Partial<Member> = {}): Member => ({
  memberId,
  name: memberId,
  role: 'participant',
  isMuted: false,
  here: false,
  ...more,
})

test('those who are here come first as they are shown, then screens, then who is away', () => {
  const people = gatherPeople(
    [here('karin', { isSelf: true, role: 'facilitator' }), here('bo')],
    [
      member('karin', { role: 'facilitator', here: true }),
      member('bo', { here: true, isMuted: true }),
      member('eva'),
      member('amina', { role: 'coFacilitator' }),
      member('duk', { role: 'projector', here: true }),
    ],
  )
  expect(people.map(({ name, isHere, isMuted }) => [name, isHere, isMuted])).toEqual([
    ['karin', true, false],
    ['bo', true, true],
    ['amina', false, false],
    ['eva', false, false],
    ['duk', true, false],
  ])
})

test('who is here through another relay is shown, and cannot be acted on', () => {
  const [guest] = gatherPeople([here('desk.kim')], [])
  expect(guest).toMatchObject({ isHere: true, isMember: false })
  expect(gatherPeople([here('kim')], null)[0]).toMatchObject({ isHere: true, isMember: false })
})

import { expect, test } from 'vitest'
import { findSdgTargets } from './findSdgTargets'
import { sdgTargets } from './sdgTargets'

const words = (goal: number) =>
  ['', 'Ingen fattigdom', 'Ingen hunger', 'God hälsa och välbefinnande'][goal] ?? ''
const find = (typed: string) => findSdgTargets(typed, words)

test('by number', () => {
  expect(find('3.4')).toEqual(['3.4'])
  expect(find('3,4')).toEqual(['3.4'])
  expect(find('3.')).toHaveLength(13)
  expect(find('1')).toEqual(sdgTargets.filter((target) => target.startsWith('1.')))
  expect(find('17.1')).toContain('17.19')
  expect(find('8.A')).toEqual(['8.a'])
})

test('by words of the goal, without regard to case and marks', () => {
  expect(find('HALSA')).toEqual(sdgTargets.filter((target) => target.startsWith('3.')))
  expect(find('ingen')).toHaveLength(7 + 8)
  expect(find('god ingen')).toEqual([])
})

test('nothing for nothing', () => {
  expect(find('  ')).toEqual([])
})

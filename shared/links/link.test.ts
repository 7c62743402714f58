import { expect, test } from 'vitest'
import { linkBetween, linkIdOf, otherEnd, partnersOf, thingKinds } from './link'

test('a pair has one id from both sides', () => {
  const [one, other] = [
    { page: 'm', id: 'a' },
    { page: 'p', id: 'b' },
  ]
  expect(linkIdOf(one, other)).toBe(linkIdOf(other, one))
  expect(linkIdOf(one, other)).not.toBe(linkIdOf(one, { page: 'p', id: 'c' }))
  expect(linkIdOf({ page: 'x', id: 'y z' }, one)).not.toBe(linkIdOf({ page: 'x', id: 'y' }, one))
})

test('the ends stand in their order whichever is chosen first', () => {
  const activity = { page: 'c', id: 'a', kind: 'activity' } as const
  const cost = { page: 'p', id: 'r', kind: 'cost' } as const
  const link = linkBetween(cost, activity)!
  expect(link).toEqual(linkBetween(activity, cost))
  expect(link.a).toEqual({ page: 'c', id: 'a' })
  expect(otherEnd(link, activity)).toEqual(link.b)
  expect(otherEnd(link, { page: 'c', id: 'x' })).toBeNull()
  expect(linkBetween(activity, { page: 'p', id: 's', kind: 'source' })).toBeNull()
})

test('partners are mutual', () => {
  for (const kind of thingKinds) {
    expect(partnersOf(kind).length).toBeGreaterThan(0)
    for (const partner of partnersOf(kind)) expect(partnersOf(partner)).toContain(kind)
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isGone,
  join,
  keepLed,
  mayTakeFrom,
  membersOf,
  stamp,
  standingShape,
  valueOf,
  type Fact,
  type Standing,
} from './standing'

const member = { color: '#1f5fa8', joinedAt: 1 }
const person = (id: string, role: string, at = 1): Record<string, Fact> => ({
  [`member/${id}`]: { at, value: member },
  [`name/${id}`]: { at, value: id },
  [`role/${id}`]: { at, value: role },
  [`muted/${id}`]: { at, value: false },
})

const someFact: fc.Arbitrary<[string, Fact]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('lock/all', 'lock/page-a', 'muted/a', 'muted/b'),
    fc.record({ at: fc.nat(9), value: fc.boolean() }),
  ),
  fc.tuple(
    fc.constantFrom('name/a', 'name/b'),
    fc.record({ at: fc.nat(9), value: fc.constantFrom('Ann', 'Bo', 'Cy') }),
  ),
  fc.tuple(
    fc.constantFrom('member/a', 'member/b'),
    fc.record({
      at: fc.nat(9),
      value: fc.constantFrom(member, { gone: 'left' as const }, { gone: 'removed' as const }),
    }),
  ),
)
const someStanding: fc.Arbitrary<Standing> = fc
  .array(someFact, { maxLength: 12 })
  .map((facts) => Object.fromEntries(facts))

const told = (standing: Standing) =>
  Object.fromEntries(
    Object.entries(standing)
      .map(([key, { value }]) => [key, isGone(value) ? 'gone' : value] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

test('in whatever order sides meet, they stand the same afterwards', () => {
  fc.assert(
    fc.property(someStanding, someStanding, someStanding, (a, b, c) => {
      expect(told(join(a, b))).toEqual(told(join(b, a)))
      expect(told(join(join(a, b), c))).toEqual(told(join(a, join(b, c))))
      expect(join(join(a, b), b)).toEqual(join(a, b))
    }),
  )
})

test('the later change of a fact wins, and two facts of one member both stay', () => {
  const before: Standing = person('a', 'participant')
  const here = stamp(before, actual({ ...before, 'muted/a': { at: 0, value: true } }), 10)
  const there = stamp(before, actual({ ...before, 'name/a': { at: 0, value: 'Anna' } }), 20)
  const both = join(here, there)
  expect(valueOf(both, 'muted', 'a')).toBe(true)
  expect(valueOf(both, 'name', 'a')).toBe('Anna')
})

test('one who is gone stays gone, however late a change comes', () => {
  const before: Standing = person('a', 'participant')
  const removed = stamp(before, new Map(), 10)
  const renamed = stamp(before, actual({ ...before, 'name/a': { at: 0, value: 'Anna' } }), 99)
  expect(membersOf(join(removed, renamed))).toEqual([])
  expect(membersOf(join(renamed, removed))).toEqual([])
  // Also when they are still there, because putting them out is not done yet.
  expect(membersOf(stamp(removed, actual(before), 200))).toEqual([])
})

test('what is noted has a time later than what was known, whatever the clock says', () => {
  const before: Standing = { 'lock/all': { at: 500, value: true } }
  expect(stamp(before, new Map(), 10)['lock/all']).toEqual({ at: 501, value: false })
  expect(stamp(before, new Map([['lock/all', true]]), 900)).toEqual(before)
})

test('what is no fact is passed over', () => {
  const read = standingShape.parse({
    'lock/all': { at: 1, value: true },
    'lock/../x': { at: 1, value: true },
    'role/a': { at: 1, value: 'king' },
    'name/a': { at: 1, value: 'x'.repeat(100) },
    'member/a b': { at: 1, value: member },
    '__proto__/a': { at: 1, value: true },
    'muted/a': { at: 1, value: 'yes' },
    nonsense: { at: 1, value: 1 },
  })
  expect(Object.keys(read)).toEqual(['lock/all'])
  expect(standingShape.safeParse({ 'lock/all': { at: -1, value: true } }).success).toBe(false)
})

const ours: Standing = {
  ...person('O', 'facilitator'),
  ...person('C', 'coFacilitator'),
  ...person('G', 'participant'),
}
const facilitator = { memberId: 'O', role: 'facilitator' } as const
const coFacilitator = { memberId: 'C', role: 'coFacilitator' } as const

test.each([
  // who, what, may
  [coFacilitator, 'lock/page-a', true, true],
  [coFacilitator, 'muted/G', true, true],
  [coFacilitator, 'role/G', 'coFacilitator', true],
  [coFacilitator, 'role/G', 'facilitator', false],
  [coFacilitator, 'role/O', 'participant', false],
  [coFacilitator, 'name/O', 'Lurad', false],
  [coFacilitator, 'member/O', { gone: 'removed' }, false],
  [coFacilitator, 'member/G', { gone: 'removed' }, true],
  [coFacilitator, 'role/C', 'facilitator', false],
  [coFacilitator, 'member/C.kim', member, true],
  [coFacilitator, 'role/C.kim', 'facilitator', false],
  [coFacilitator, 'member/O.kim', member, false],
  [coFacilitator, 'member/stranger', member, false],
  [facilitator, 'member/C', { gone: 'removed' }, true],
  [facilitator, 'member/O', { gone: 'removed' }, false],
  [facilitator, 'role/G', 'facilitator', true],
  [facilitator, 'name/O', 'Astrid', true],
  [facilitator, 'member/C.kim', member, false],
  [{ memberId: 'G', role: 'participant' } as const, 'lock/all', true, false],
])('the uplink of %o: %s becomes %o: %s', (owner, key, value, may) => {
  const fact: Fact = { at: 10, value }
  expect(mayTakeFrom(owner, ours)(key, fact)).toBe(may)
  const joined = join(ours, { [key]: fact }, mayTakeFrom(owner, ours))
  if (may) expect(joined[key]).toEqual(fact)
  // What is refused is answered by our own, later: the other side takes it back.
  else if (ours[key]) expect(joined[key]).toEqual({ at: 11, value: ours[key].value })
  else expect(joined[key]).toBeUndefined()
})

test('a handover goes through whole, and nobody leading does not go through', () => {
  const handed = { 'role/G': { at: 9, value: 'facilitator' }, 'role/O': { at: 9, value: 'coFacilitator' } }
  const after = keepLed(ours, join(ours, handed, mayTakeFrom(facilitator, ours)))
  expect(valueOf(after, 'role', 'G')).toBe('facilitator')
  expect(valueOf(after, 'role', 'O')).toBe('coFacilitator')
  const without = { 'role/O': { at: 9, value: 'participant' } }
  const kept = keepLed(ours, join(ours, without, mayTakeFrom(facilitator, ours)))
  expect(kept['role/O']).toEqual({ at: 10, value: 'facilitator' })
})

function actual(standing: Standing): Map<string, unknown> {
  return new Map(Object.entries(standing).map(([key, { value }]) => [key, value]))
}

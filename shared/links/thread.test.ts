import { expect, test } from 'vitest'
import { chain, model, plan, session, tie } from './contentForTests'
import { followThread } from './thread'

const thread = followThread(session, '2030-12-31')
const [followed] = thread.chains
const activity = (id: string) => followed!.activities.find((each) => each.id === id)!
const step = (id: string) =>
  followed!.activities.flatMap((each) => [...each.outputs, ...each.outcomes]).find((each) => each.id === id)!

test('an activity costs its rows, a row for two activities is divided', () => {
  expect(activity('cooking').cost).toEqual({ amount: 7_885_200 + 2_000_001, isWhole: true })
  expect(activity('teaching').cost).toEqual({ amount: 7_885_200 + 150_000, isWhole: true })
  expect(activity('meeting').cost).toEqual({ amount: null, isWhole: false })
  expect(
    activity('cooking').costs.map(({ id, amount, total, sharedBy }) => [id, amount, total, sharedBy]),
  ).toEqual([
    ['cook', 7_885_200, 15_770_400, 2],
    ['rent', 2_000_001, 2_000_001, 1],
  ])
})

test('outputs and outcomes carry what leads to them, and what one of each costs', () => {
  expect(step('meals').cost).toEqual({ amount: 9_885_201 + 4_017_600, isWhole: true })
  // Nobody pays for the meetings, so what is known of the courses is only a part.
  expect(step('courses').cost).toEqual({ amount: 4_017_600, isWhole: false })
  expect(step('jobs').cost).toEqual({ amount: 17_920_401, isWhole: false })
  // 13 902 801 / 300 and 17 920 401 / 4, rounded once; what is measured after the day does not count.
  expect(step('meals').indicators[0]).toMatchObject({ latest: 300, costPerUnit: 46_343 })
  expect(step('jobs').indicators[0]).toMatchObject({ latest: 4, costPerUnit: 4_480_100 })
})

test('rows name who pays, and notes stand at both', () => {
  const rent = activity('cooking').costs.find(({ id }) => id === 'rent')!
  expect(rent.sources.map(({ title }) => title)).toEqual(['ESF+'])
  expect(rent.notes.map(({ title }) => title)).toEqual(['Hyra'])
  expect(step('jobs').indicators[0]!.notes.map(({ title }) => title)).toEqual(['Fler i jobb'])
  expect(thread.plans[0]!.sources.map(({ id, amount, notes }) => [id, amount, notes.length])).toEqual([
    ['esf', 18_000_000, 0],
    ['cafe', 1_500_000, 1],
    ['no', 0, 0],
  ])
  expect(thread.plans[0]!.costsWithoutActivity.map(({ id, total }) => [id, total])).toEqual([
    ['insurance', 90_000],
  ])
})

test('every gap is named once, at the place where it can be mended', () => {
  expect(thread.gaps.map(({ code, page, target, subject }) => [code, page, target, subject])).toEqual([
    ['BM-04', 'm', 'given', 'Bidrag'],
    ['BM-05', 'm', 'felt', 'Gladare grannar'],
    ['BM-06', 'm', 'surplus', ''],
    ['LK-01', 'c', 'meeting', 'Mötas'],
    ['LK-02', 'p', 'insurance', 'Försäkring'],
    ['LK-03', 'p', 'esf', 'ESF+'],
    ['LK-04', 'c', 'cooking', 'Laga mat'],
  ])
})

test('what a canvas is missing is not told while there is no such canvas', () => {
  const codes = (pages: typeof session.pages) =>
    followThread({ pages, links: [] }, '2030-12-31').gaps.map(({ code }) => code)
  expect(codes([model])).toEqual(['BM-06'])
  expect(codes([chain])).toEqual([])
  expect(codes([plan])).toEqual([])
  expect(codes([chain, plan])).toEqual(['LK-01', 'LK-01', 'LK-01', 'LK-02', 'LK-02', 'LK-02', 'LK-02'])
})

test('a plan that cannot be computed gives no figures, and no wrong ones', () => {
  const input = { ...plan.input, variableCosts: [{ ...plan.input.variableCosts[0]!, of: 'nowhere' }] }
  const broken = followThread({ ...session, pages: [model, chain, { ...plan, input }] }, '2030-12-31')
  const [first] = broken.chains[0]!.activities
  expect(first!.cost).toEqual({ amount: null, isWhole: false })
  expect(first!.costs.map(({ amount, total }) => [amount, total])).toEqual([
    [null, null],
    [null, null],
  ])
  expect(first!.outputs[0]!.indicators[0]!.costPerUnit).toBeNull()
})

test('an output on its own waits beside the activities', () => {
  const elements = [...chain.input.elements, { ...chain.input.elements[3]!, id: 'lone', title: 'För sig' }]
  const pages = [{ ...chain, input: { ...chain.input, elements } }]
  const [only] = followThread(
    { pages, links: [tie('activityCost', 'c/cooking', 'p/cook')] },
    '2030-12-31',
  ).chains
  expect(only!.loose.map(({ id }) => id)).toEqual(['lone'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Element, ElementType } from '../impact/input'
import { carryCosts } from './carryCosts'

const element = (id: string, type: ElementType, negative = false): Element => ({
  id,
  type,
  title: id,
  description: '',
  horizon: type === 'outcome' ? 'short' : null,
  targetGroupIds: [],
  sdg: [],
  negative,
})
const links = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { id: pair, from, to, assumptionIds: [] }
  })
const amounts = (costs: ReturnType<typeof carryCosts>) =>
  Object.fromEntries([...costs].map(([id, { amount }]) => [id, amount]))

describe('by hand', () => {
  test('an activity with two outputs is divided, an output of two activities is added up', () => {
    const costs = carryCosts(
      {
        elements: [
          element('cook', 'activity'),
          element('teach', 'activity'),
          element('meals', 'output'),
          element('courses', 'output'),
          element('jobs', 'outcome'),
        ],
        links: links('cook>meals', 'cook>courses', 'teach>courses', 'courses>jobs', 'meals>jobs'),
      },
      new Map([
        ['cook', 10_001],
        ['teach', 500],
      ]),
    )
    // 10 001 is 5 001 and 5 000; the odd öre falls to the first output.
    expect(amounts(costs)).toEqual({ cook: 10_001, teach: 500, meals: 5001, courses: 5500, jobs: 10_501 })
    expect(costs.get('jobs')!.isWhole).toBe(true)
  })

  test('what nobody pays for makes the sum a part only', () => {
    const costs = carryCosts(
      {
        elements: [element('a', 'activity'), element('b', 'activity'), element('o', 'output')],
        links: links('a>o', 'b>o'),
      },
      new Map([['a', 700]]),
    )
    expect(costs.get('o')).toEqual({ amount: 700, isWhole: false })
    expect(costs.get('b')).toEqual({ amount: null, isWhole: false })
  })

  test('unintended effects take no part, links drawn twice count once', () => {
    const costs = carryCosts(
      {
        elements: [element('a', 'activity'), element('good', 'output'), element('bad', 'output', true)],
        links: links('a>good', 'a>good', 'a>bad'),
      },
      new Map([['a', 900]]),
    )
    expect(amounts(costs)).toEqual({ a: 900, good: 900 })
  })

  test('outcomes pass on to later outcomes; an output that nothing leads to has no cost', () => {
    const costs = carryCosts(
      {
        elements: [
          element('a', 'activity'),
          element('o', 'output'),
          element('soon', 'outcome'),
          element('later', 'outcome'),
          element('alone', 'output'),
        ],
        links: links('a>o', 'o>soon', 'soon>later', 'o>later'),
      },
      new Map([['a', 101]]),
    )
    expect(amounts(costs)).toEqual({ a: 101, o: 101, soon: 51, later: 101, alone: null })
  })

  test('a loop ends in no figure, not in a standstill', () => {
    const costs = carryCosts(
      {
        elements: [element('a', 'activity'), element('x', 'outcome'), element('y', 'outcome')],
        links: links('a>x', 'x>y', 'y>x'),
      },
      new Map([['a', 100]]),
    )
    expect(amounts(costs)).toEqual({ a: 100, x: null, y: null })
  })
})

test('whatever is paid in arrives, to the öre, where the links lead no further', () => {
  const chain = fc.integer({ min: 1, max: 14 }).chain((size) =>
    fc.record({
      types: fc.array(fc.constantFrom<ElementType>('activity', 'output', 'outcome', 'impact', 'resource'), {
        minLength: size,
        maxLength: size,
      }),
      pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 }),
      paid: fc.array(fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { nil: null }), {
        minLength: size,
        maxLength: size,
      }),
    }),
  )
  fc.assert(
    fc.property(chain, ({ types, pairs, paid }) => {
      const elements = types.map((type, at) => element(`e${at}`, type))
      // Forward only, so that there are no loops.
      const drawn = links(...pairs.filter(([a, b]) => a < b).map(([a, b]) => `e${a}>e${b}`))
      const own = new Map(elements.map(({ id }, at) => [id, paid[at]!]))
      const costs = carryCosts({ elements, links: drawn }, own)
      const takesPart = (id: string) => costs.has(id)
      const leadsOn = (id: string) => drawn.some((each) => each.from === id && takesPart(each.to))
      const paidIn = elements.reduce(
        (all, { id, type }) => all + (type === 'activity' ? (own.get(id) ?? 0) : 0),
        0,
      )
      const arrived = [...costs].reduce((all, [id, { amount }]) => all + (leadsOn(id) ? 0 : (amount ?? 0)), 0)
      expect(arrived).toBe(paidIn)
      for (const { amount } of costs.values())
        if (amount !== null) expect(Number.isSafeInteger(amount)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

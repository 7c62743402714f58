// Each rule on its own: one change to a chain without findings gives just this finding.
import { describe, expect, it, test } from 'vitest'
import { findingsOf, type TestChain } from '../../../tests/fixtures/domain/completeChain'

const element = (chain: TestChain, id: string) => chain.elements.find((each) => each.id === id)!
const indicator = (chain: TestChain, id: string) => chain.indicators.find((each) => each.id === id)!
const unlink = (chain: TestChain, id: string) => {
  chain.links = chain.links.filter((each) => each.id !== id)
}
const remove = (chain: TestChain, id: string) => {
  chain.elements = chain.elements.filter((each) => each.id !== id)
  chain.links = chain.links.filter((each) => each.from !== id && each.to !== id)
}
const link = (chain: TestChain, from: string, to: string) =>
  chain.links.push({ id: 'new', from, to, assumptionIds: ['x'] })

const cases: [string, (chain: TestChain) => void, string[]][] = [
  ['nothing', () => {}, []],
  ['a need of white space', (chain) => (chain.need = ' \n'), ['IC-01 chain']],
  ['no impact', (chain) => remove(chain, 'e'), ['IC-02 chain', 'IC-12 d']],
  [
    'an activity that leads nowhere',
    (chain) => unlink(chain, '2'),
    ['IC-03 b', 'IC-04 c', 'IC-06 d', 'IC-06 n', 'IC-07 e'],
  ],
  [
    'an outcome that only a resource leads to',
    (chain) => {
      unlink(chain, '3')
      link(chain, 'a', 'd')
    },
    ['IC-05 d', 'IC-07 e', 'IC-10 new'],
  ],
  ['a link back', (chain) => link(chain, 'd', 'c'), ['IC-09 new']],
  ['a link to itself', (chain) => link(chain, 'd', 'd'), ['IC-09 new']],
  ['a link to what is gone', (chain) => link(chain, 'd', 'gone'), ['IC-09 new']],
  [
    'a link to the same kind',
    (chain) => {
      chain.elements.push({ id: 'b2', type: 'activity', title: 'Cook' })
      link(chain, 'b', 'b2')
    },
    ['IC-03 b2', 'IC-09 new', 'IC-27 b2'],
  ],
  [
    'an outcome earlier in time',
    (chain) => {
      element(chain, 'd').horizon = 'long'
      link(chain, 'd', 'n')
    },
    ['IC-09 new'],
  ],
  [
    'an outcome later in time',
    (chain) => {
      element(chain, 'n').horizon = 'long'
      link(chain, 'd', 'n')
    },
    [],
  ],
  [
    'an outcome of no horizon yet',
    (chain) => {
      element(chain, 'd').horizon = null
      link(chain, 'd', 'n')
    },
    [],
  ],
  ['a jump', (chain) => link(chain, 'b', 'd'), ['IC-10 new']],
  ['a jump over everything', (chain) => link(chain, 'a', 'e'), ['IC-10 new']],
  [
    'an output that leads nowhere',
    (chain) => {
      chain.elements.push({ id: 'c2', type: 'output', title: 'Soup' })
      link(chain, 'b', 'c2')
    },
    ['IC-11 c2'],
  ],
  [
    'an outcome that leads no further',
    (chain) => (element(chain, 'n').negative = false),
    ['IC-12 n', 'IC-30 chain'],
  ],
  ['an outcome without indicator', (chain) => chain.indicators.shift(), ['IC-13 d']],
  ['no baseline', (chain) => (indicator(chain, 'i').baseline = null), ['IC-14 i']],
  [
    'no baseline needed',
    (chain) => Object.assign(indicator(chain, 'i'), { baseline: null, baselineNotApplicable: true }),
    [],
  ],
  ['no target', (chain) => (indicator(chain, 'i').target = null), ['IC-15 i']],
  ['no unit', (chain) => (indicator(chain, 'i').unit = ' '), ['IC-16 i']],
  ['a target below a rising baseline', (chain) => (indicator(chain, 'i').target!.value = 49), ['IC-17 i']],
  ['a target above a falling baseline', (chain) => (indicator(chain, 'j').target!.value = 21), ['IC-17 j']],
  ['a target equal to the baseline', (chain) => (indicator(chain, 'i').target!.value = 50), ['IC-18 i']],
  [
    '… which is right where it shall stay',
    (chain) => {
      indicator(chain, 'i').target!.value = 50
      indicator(chain, 'i').direction = 'maintain'
    },
    [],
  ],
  ['a target without a date', (chain) => (indicator(chain, 'i').target!.date = null), ['IC-19 i']],
  [
    'a target on the baseline’s day',
    (chain) => (indicator(chain, 'i').target!.date = '2027-01-15'),
    ['IC-19 i'],
  ],
  ['nobody responsible', (chain) => (indicator(chain, 'i').responsible = ''), ['IC-20 i']],
  ['quarterly follow-up 123 days ago', (chain) => (indicator(chain, 'i').frequency = 'quarter'), ['IC-21 i']],
  ['follow-up 123 days ago, each half year', () => {}, []],
  [
    'a measurement tomorrow',
    (chain) =>
      indicator(chain, 'i').measurements.push(
        { date: '2027-11-01', value: 1 },
        { date: '2028-11-01', value: 1 },
      ),
    ['IC-22 i'],
  ],
  [
    'a measurement today',
    (chain) => indicator(chain, 'i').measurements.push({ date: '2027-10-31', value: 1 }),
    [],
  ],
  ['an outcome for nobody', (chain) => (element(chain, 'n').targetGroupIds = []), ['IC-23 n']],
  [
    'an outcome for a group that is gone',
    (chain) => (element(chain, 'n').targetGroupIds = ['gone']),
    ['IC-23 n'],
  ],
  [
    'a group without outcome',
    (chain) => chain.targetGroups.push({ id: 'G2', name: 'Others', kind: 'secondary' }),
    ['IC-24 G2'],
  ],
  ['a risky assumption', (chain) => (chain.assumptions[0]!.risk = 'high'), ['IC-25 x']],
  ['a link without assumption', (chain) => (chain.links[3]!.assumptionIds = []), ['IC-26 4']],
  ['a link whose assumption is gone', (chain) => (chain.links[3]!.assumptionIds = ['gone']), ['IC-26 4']],
  ['an activity without resource', (chain) => unlink(chain, '1'), ['IC-27 b']],
  [
    'two targets that do not exist',
    (chain) => (element(chain, 'e').sdg = ['16.1', '8.11', '18.1']),
    ['IC-28 e', 'IC-28 e'],
  ],
  ['an impact without target', (chain) => (element(chain, 'e').sdg = []), ['IC-29 e']],
  [
    'people not broken down',
    (chain) => Object.assign(indicator(chain, 'i'), { unit: 'Personer', disaggregation: ['age'] }),
    ['IC-31 i'],
  ],
  [
    'a personal identity number',
    (chain) => (element(chain, 'a').description = 'Ring 811218-9876!'),
    ['IC-32 a'],
  ],
  [
    'the same title twice',
    (chain) => chain.elements.push({ id: 'a2', type: 'resource', title: ' r' }),
    ['IC-33 a2'],
  ],
  [
    'the same title on another kind',
    (chain) => chain.elements.push({ id: 'a2', type: 'resource', title: 'Meet weekly' }),
    [],
  ],
  [
    'an outcome worded as doing',
    (chain) => (element(chain, 'd').title = '  Number of meetings'),
    ['IC-34 d'],
  ],
]

describe('one change, one finding', () => {
  it.each(cases)('%s', (_, change, expected) => {
    expect(findingsOf(change)).toEqual(expected)
  })
})

test('follow-up is not overdue on the last allowed day, nor before the chain starts', () => {
  const quarterly = (chain: TestChain) => (indicator(chain, 'i').frequency = 'quarter')
  expect(findingsOf(quarterly, '2027-09-30')).toEqual([])
  expect(findingsOf(quarterly, '2027-10-01')).toEqual(['IC-21 i'])
  const early = (chain: TestChain) => {
    quarterly(chain)
    for (const each of chain.indicators) each.measurements = []
    chain.start = '2030-01-01'
  }
  expect(findingsOf(early, '2029-12-31')).toEqual([])
})

test('a circle is told once, at its first element, and two circles twice', () => {
  const twoCircles = (chain: TestChain) => {
    const outcome = (id: string) => ({ ...element(chain, 'd'), id, title: id })
    chain.elements.unshift(outcome('p'), outcome('q'))
    chain.elements.push(outcome('r'), outcome('s'))
    for (const [from, to] of [
      ['s', 'd'],
      ['d', 'r'],
      ['r', 's'],
      ['q', 'p'],
      ['p', 'q'],
      ['c', 'p'],
    ])
      chain.links.push({ id: `${from}${to}`, from: from!, to: to!, assumptionIds: ['x'] })
  }
  expect(findingsOf(twoCircles).filter((each) => each.startsWith('IC-08'))).toEqual(['IC-08 p', 'IC-08 d'])
})

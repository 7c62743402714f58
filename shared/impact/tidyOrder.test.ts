import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfStep, steps, type Step } from './steps'
import { countCrossings, tidyOrder } from './tidyOrder'

const element = (id: string, step: Step) => ({ id, ...kindOfStep(step) })

test('uncrosses what can be uncrossed', () => {
  const chain = [
    element('a', 'activity'),
    element('b', 'activity'),
    element('c', 'activity'),
    element('x', 'output'),
    element('y', 'output'),
    element('z', 'output'),
  ]
  const links = [
    { from: 'a', to: 'z' },
    { from: 'b', to: 'y' },
    { from: 'c', to: 'x' },
  ]
  expect(countCrossings(chain, ['a', 'b', 'c', 'x', 'y', 'z'], links)).toBe(3)
  expect(countCrossings(chain, tidyOrder(chain, links), links)).toBe(0)
})

test('names each element once, keeps columns together, and never makes more crossings', () => {
  const any = fc.record({
    steps: fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 25 }),
    links: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
  })
  fc.assert(
    fc.property(any, ({ steps: all, links: ends }) => {
      const chain = all.map((step, at) => element(`e${at}`, step))
      const links = ends.map(([from, to]) => ({ from: `e${from}`, to: `e${to}` }))
      const before = steps.flatMap((step) =>
        chain.filter((each) => (each.horizon ?? each.type) === step).map(({ id }) => id),
      )
      const after = tidyOrder(chain, links)
      expect([...after].sort()).toEqual([...before].sort())
      const place = (ids: readonly string[]) => ids.map((id) => all[Number(id.slice(1))])
      expect(place(after)).toEqual(place(before))
      expect(countCrossings(chain, after, links)).toBeLessThanOrEqual(countCrossings(chain, before, links))
    }),
    { numRuns: 200 },
  )
})

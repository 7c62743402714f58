import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chain, model, plan, tie } from './contentForTests'
import { shareCosts } from './costShares'
import { planTotals } from './planTotals'

const activities = ['cooking', 'teaching', 'meeting', 'gone', 'meals']
const rows = ['cook', 'rent', 'food', 'insurance', 'later', 'none']

test('the parts of a row add up to the row, whatever is linked', () => {
  const some = fc.subarray(activities.flatMap((activity) => rows.map((row) => [activity, row] as const)))
  fc.assert(
    fc.property(some, (pairs) => {
      const links = pairs.map(([activity, row]) => tie('activityCost', `c/${activity}`, `p/${row}`))
      const shares = shareCosts([model, chain, plan], links)
      const sums = new Map<string, number>()
      for (const { row, amount } of shares) sums.set(row.id, (sums.get(row.id) ?? 0) + amount!)
      for (const [row, sum] of sums) expect(sum).toBe(planTotals(plan.input).cost(row))
      const sound = pairs.filter(
        ([activity, row]) => activity !== 'gone' && activity !== 'meals' && row !== 'none',
      )
      expect(shares).toHaveLength(sound.length)
    }),
  )
})

test('the odd öre falls to the first activity', () => {
  const links = ['cooking', 'teaching'].map((each) => tie('activityCost', `c/${each}`, 'p/rent'))
  expect(shareCosts([chain, plan], links.reverse()).map(({ amount }) => amount)).toEqual([
    1_000_001, 1_000_000,
  ])
})

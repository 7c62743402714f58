// What each activity costs: the cost rows that it is linked to, each divided among the activities it pays for.
import { splitEvenly } from '../money/round'
import { chainsOf, plansOf, type PageContent } from './content'
import { endKey, type End, type Link } from './link'
import { planTotals } from './planTotals'

/** One cost row's part in one activity. */
export interface CostShare {
  readonly activity: End
  readonly row: End
  /** The row's total over the plan in the base scenario, öre; null when the plan can't be computed. */
  readonly total: number | null
  /** This activity's part of it. */
  readonly amount: number | null
}

/**
 * A row's total (base scenario, whole plan) is divided equally among the activities that it is linked to. The öre that do
 * not go round fall one each to the first activities, in the order of their pages and columns, so the parts add up to
 * the total exactly. Links with an end that is gone do not count.
 */
export function shareCosts(pages: readonly PageContent[], links: readonly Link[]): CostShare[] {
  const places = new Map<string, number>()
  for (const { page, input } of chainsOf(pages))
    for (const { id, type } of input.elements)
      if (type === 'activity') places.set(endKey({ page: page.id, id }), places.size)
  const placeOf = (activity: End) => places.get(endKey(activity))!
  const byRow = new Map<string, Link[]>()
  for (const link of links) {
    if (link.kind !== 'activityCost' || !places.has(endKey(link.a))) continue
    const key = endKey(link.b)
    byRow.set(key, [...(byRow.get(key) ?? []), link])
  }
  const shares: CostShare[] = []
  for (const { page, input } of plansOf(pages)) {
    const totals = planTotals(input)
    for (const { id } of [...input.personnel, ...input.fixedCosts, ...input.variableCosts]) {
      const row = { page: page.id, id }
      const activities = (byRow.get(endKey(row)) ?? [])
        .map((link) => link.a)
        .sort((one, other) => placeOf(one) - placeOf(other))
      if (activities.length === 0) continue
      const total = totals.cost(id)
      const parts = total === null ? [] : splitEvenly(total, activities.length)
      activities.forEach((activity, at) => shares.push({ activity, row, total, amount: parts[at] ?? null }))
    }
  }
  return shares
}

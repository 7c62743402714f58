// What outputs and outcomes cost: the costs of activities, carried along the links of the chain.
import type { Element, ImpactInput } from '../impact/input'
import { add, AmountTooLarge, splitEvenly } from '../money/round'

export interface Cost {
  /** Öre; null when nothing is known. */
  readonly amount: number | null
  /** False when something that leads here has no known cost, so that the amount may be too low. */
  readonly isWhole: boolean
}

const carrying = ['activity', 'output', 'outcome']
/** Unintended effects are nothing that anybody pays for. */
const carries = ({ type, negative }: Element) => carrying.includes(type) && !negative

/**
 * The cost of every activity, output and outcome (unintended effects left out), by element id.
 *
 * An activity costs what its own cost rows come to, an output or outcome what is carried to it. Each passes all of its
 * cost on to the activities, outputs and outcomes that its links lead to, divided equally between them; the öre that do
 * not go round fall to the first of them in the chain's order. So whatever is paid in arrives, exactly, at the elements
 * that lead no further. What stands on a loop, or after one, has no cost that could be told.
 * @param own what the linked cost rows of an activity come to, in öre; left out or null when none is known.
 */
export function carryCosts(
  { elements, links }: Pick<ImpactInput, 'elements' | 'links'>,
  own: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, Cost> {
  const nodes = elements.filter(carries)
  const places = new Map(nodes.map(({ id }, at) => [id, at]))
  const onward = nodes.map(() => new Set<number>())
  const waiting = nodes.map(() => 0)
  for (const { from, to } of links) {
    const start = places.get(from)
    const end = places.get(to)
    if (start === undefined || end === undefined || onward[start]!.has(end)) continue
    onward[start]!.add(end)
    waiting[end]!++
  }

  const costs: (Cost | null)[] = nodes.map(({ id, type }) => {
    if (type !== 'activity') return null
    const amount = own.get(id) ?? null
    return { amount, isWhole: amount !== null }
  })
  const ready = nodes.map((_, at) => at).filter((at) => waiting[at] === 0)
  const done = new Set<number>()
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    done.add(next)
    const targets = [...onward[next]!].sort((a, b) => a - b)
    const cost = costs[next] ?? nothingKnown
    const parts = cost.amount === null ? [] : splitEvenly(cost.amount, targets.length)
    targets.forEach((target, at) => {
      costs[target] = together(costs[target] ?? null, { amount: parts[at] ?? null, isWhole: cost.isWhole })
      if (--waiting[target]! === 0) ready.push(target)
    })
  }
  return new Map(nodes.map(({ id }, at) => [id, (done.has(at) && costs[at]) || nothingKnown]))
}

const nothingKnown: Cost = { amount: null, isWhole: false }

function together(one: Cost | null, other: Cost): Cost {
  if (one === null) return other
  const isWhole = one.isWhole && other.isWhole
  if (one.amount === null || other.amount === null) return { amount: one.amount ?? other.amount, isWhole }
  const amount = addKnown(one.amount, other.amount)
  return { amount, isWhole: isWhole && amount !== null }
}

/** The exact sum in öre; null when either is not known, or when it is too large to be held. */
export function addKnown(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return null
  try {
    return add(one, other)
  } catch (problem) {
    if (problem instanceof AmountTooLarge) return null
    throw problem
  }
}

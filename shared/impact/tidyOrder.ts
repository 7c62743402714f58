// An order of the elements in which fewer links cross, for those who ask for it.
import { groupBySteps, steps, type Step } from './steps'
import type { ElementType, Horizon } from './input'

interface Laid {
  readonly id: string
  readonly type: ElementType
  readonly horizon: Horizon | null
}
interface Ends {
  readonly from: string
  readonly to: string
}

/**
 * All ids, column by column. Each element goes to the mean place of those it is linked with (barycentre), forwards and
 * backwards a few times; the order with the fewest crossings found is kept, and the present one when none is better.
 */
export function tidyOrder(inOrder: readonly Laid[], links: readonly Ends[]): string[] {
  let current = [...groupBySteps(inOrder)].map(([step, group]) => ({ step, ids: group.map(({ id }) => id) }))
  const flat = () => current.flatMap(({ ids }) => ids)
  let best = flat()
  let least = countCrossings(inOrder, best, links)
  for (let round = 0; round < 6 && least > 0; round++) {
    const isForwards = round % 2 === 0
    const linked = neighbours(links, isForwards)
    const sweep = isForwards ? current : [...current].reverse()
    for (const column of sweep) {
      const place = placesOf(current)
      const means = new Map(
        column.ids.map((id, at) => [id, mean(linked.get(id) ?? [], place) ?? (at + 0.5) / column.ids.length]),
      )
      column.ids.sort((a, b) => means.get(a)! - means.get(b)!)
    }
    current = [...current]
    const crossings = countCrossings(inOrder, flat(), links)
    if (crossings < least) {
      least = crossings
      best = flat()
    }
  }
  return best
}

/** How many pairs of links between the same two columns cross. */
export function countCrossings(
  elements: readonly Laid[],
  ids: readonly string[],
  links: readonly Ends[],
): number {
  const place = new Map(ids.map((id, at) => [id, at]))
  const column = new Map<string, number>()
  for (const [step, group] of groupBySteps(elements))
    for (const { id } of group) column.set(id, steps.indexOf(step))
  const drawn = links.filter(({ from, to }) => column.has(from) && column.has(to))
  let crossings = 0
  drawn.forEach((one, at) => {
    for (const other of drawn.slice(at + 1)) {
      if (column.get(one.from) !== column.get(other.from) || column.get(one.to) !== column.get(other.to))
        continue
      const start = place.get(one.from)! - place.get(other.from)!
      const end = place.get(one.to)! - place.get(other.to)!
      if (start * end < 0) crossings++
    }
  })
  return crossings
}

function neighbours(links: readonly Ends[], isForwards: boolean): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of links) {
    const [own, other] = isForwards ? [to, from] : [from, to]
    found.set(own, [...(found.get(own) ?? []), other])
  }
  return found
}

/** From 0 to 1, so that columns of different length can be compared. */
function placesOf(all: readonly { step: Step; ids: readonly string[] }[]): Map<string, number> {
  return new Map(all.flatMap(({ ids }) => ids.map((id, at) => [id, (at + 0.5) / ids.length] as const)))
}

function mean(ids: readonly string[], place: ReadonlyMap<string, number>): number | undefined {
  const known = ids.flatMap((id) => place.get(id) ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0) / known.length
}

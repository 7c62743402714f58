import type { Finding } from '../../checks/finding'
import { add, sum } from '../../money/round'
import type { Basis } from '../basis'
import type { Source } from '../input'
import { isActive } from '../personnel'
import type { ScenarioPlan } from '../result'
import { isFunding, isIncluded } from '../sources'
import { financingFinding } from './messages'

/**
 * FP-12: restricted sources of the base scenario that are tied to the same roles or costs (a claim by its roles,
 * any source by `costLines`) bring more than those lines cost. A claim is counted with its whole aid, and its
 * lines cost what they do in the claim's periods, with the flat rate on top. Once per group of sources that share
 * a line; the finding leads to the group's first source.
 */
export function checkDoubleFunding(basis: Basis, base: ScenarioPlan): Finding[] {
  const tied = basis.input.sources.filter(
    (source) =>
      source.restricted &&
      isFunding(source) &&
      isIncluded(source, basis.input.scenarios.base) &&
      linesOf(source).length > 0,
  )
  return groupByLines(tied)
    .filter((group) => sum(group.map((source) => broughtBy(source, basis))) > costOf(group, basis, base))
    .map((group) => financingFinding('FP-12', group[0]!.id))
}

const linesOf = (source: Source) => [...(source.claim?.roles ?? []), ...source.costLines]

/** Sources that share a line, directly or through others, in one group. */
function groupByLines(sources: readonly Source[]): Source[][] {
  const groups: { sources: Source[]; lines: Set<string> }[] = []
  for (const source of sources) {
    const lines = linesOf(source)
    const joined = groups.filter((group) => lines.some((line) => group.lines.has(line)))
    const merged = {
      sources: [...joined.flatMap((group) => group.sources), source],
      lines: new Set([...joined.flatMap((group) => [...group.lines]), ...lines]),
    }
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => group.sources)
}

function broughtBy(source: Source, basis: Basis): number {
  return source.claim ? basis.claims.get(source.id)!.totals.aid : sum(basis.seriesOf(source))
}

/** Each line's cost once, in the periods in which some source of the group is tied to it. */
function costOf(group: readonly Source[], basis: Basis, base: ScenarioPlan): number {
  let total = 0
  basis.periods.labels.forEach((_, at) => {
    const lines = new Set<string>()
    let flatRate = 0
    for (const source of group) {
      for (const line of source.costLines) lines.add(line)
      if (!source.claim || !isActive(source.claim, at, basis.periods)) continue
      for (const role of source.claim.roles) lines.add(role)
      flatRate = Math.max(flatRate, basis.claims.get(source.id)!.flatRateOther[at]!)
    }
    total = add(total, add(flatRate, sum([...lines].map((line) => base.payments[line]![at]!))))
  })
  return total
}

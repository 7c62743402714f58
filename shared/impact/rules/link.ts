// Rules about one link: IC-09, 10 and 26.
import type { Finding } from '../../checks/finding'
import type { ImpactInput, Link } from '../input'
import type { Graph } from '../links'
import { impactFinding } from './messages'

export function checkLinks({ links, assumptions }: ImpactInput, graph: Graph): Finding[] {
  const known = new Set(assumptions.map((assumption) => assumption.id))
  return links.flatMap((link) => {
    const kind = graph.kinds.get(link)
    if (kind === 'notAllowed') return [impactFinding('IC-09', link.id)]
    const hasAssumption = link.assumptionIds.some((id) => known.has(id))
    return [
      ...(kind === 'jump' ? [impactFinding('IC-10', link.id)] : []),
      ...(leadsToChange(link, graph) && !hasAssumption ? [impactFinding('IC-26', link.id)] : []),
    ]
  })
}

function leadsToChange(link: Link, graph: Graph): boolean {
  const type = graph.element(link.to)?.type
  return type === 'outcome' || type === 'impact'
}

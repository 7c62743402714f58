// Rules about the chain as a whole and the paths through it: IC-01, 02, 06, 07, 08, 24, 25 and 30.
import type { Finding } from '../../checks/finding'
import type { ImpactInput } from '../input'
import { firstInCircles, reachableFrom, type Graph } from '../links'
import { hasCause } from './element'
import { impactFinding } from './messages'

export function checkChain(input: ImpactInput, graph: Graph): Finding[] {
  const { elements } = input
  const findings: Finding[] = []
  if (input.need.trim() === '') findings.push(impactFinding('IC-01', 'chain'))
  if (!elements.some((element) => element.type === 'impact')) findings.push(impactFinding('IC-02', 'chain'))
  if (!elements.some((element) => element.negative)) findings.push(impactFinding('IC-30', 'chain'))
  for (const element of firstInCircles(elements, graph)) findings.push(impactFinding('IC-08', element.id))
  return [...findings, ...checkReach(input, graph), ...checkGroups(input), ...checkAssumptions(input)]
}

function checkReach({ elements }: ImpactInput, graph: Graph): Finding[] {
  const activities = elements.filter((element) => element.type === 'activity')
  const reached = reachableFrom(activities, graph)
  return elements
    .filter((element) => !reached.has(element.id))
    .flatMap((element) => {
      if (element.type === 'impact') return [impactFinding('IC-07', element.id)]
      return element.type === 'outcome' && hasCause(element, graph)
        ? [impactFinding('IC-06', element.id)]
        : []
    })
}

function checkGroups({ elements, targetGroups }: ImpactInput): Finding[] {
  const outcomes = elements.filter((element) => element.type === 'outcome')
  const named = new Set(outcomes.flatMap((outcome) => outcome.targetGroupIds))
  return targetGroups.filter((group) => !named.has(group.id)).map((group) => impactFinding('IC-24', group.id))
}

function checkAssumptions({ assumptions }: ImpactInput): Finding[] {
  return assumptions
    .filter((assumption) => assumption.risk === 'high' && assumption.test.trim() === '')
    .map((assumption) => impactFinding('IC-25', assumption.id))
}

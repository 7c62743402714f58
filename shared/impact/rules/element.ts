// Rules about one element and its neighbours.
import type { Finding } from '../../checks/finding'
import type { Element, ElementType, ImpactInput } from '../input'
import type { Graph } from '../links'
import { holdsPersonalNumber } from '../personalNumber'
import { isSdgTarget } from '../sdgTargets'
import { impactFinding, type ImpactRule } from './messages'
import { isWordedAsDoing } from './wording'

/** What the rules on an element may look at beside it. */
interface Surroundings {
  readonly graph: Graph
  readonly measured: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

export function checkElements(input: ImpactInput, graph: Graph): Finding[] {
  const surroundings: Surroundings = {
    graph,
    measured: new Set(input.indicators.map((indicator) => indicator.elementId)),
    groups: new Set(input.targetGroups.map((group) => group.id)),
  }
  const titles = new Set<string>()
  return input.elements.flatMap((element) => {
    const title = `${element.type} ${foldCase(element.title)}`
    const isRepeated = titles.has(title)
    titles.add(title)
    return [
      ...rulesByType[element.type](element, surroundings).map((code) => impactFinding(code, element.id)),
      ...element.sdg.filter((target) => !isSdgTarget(target)).map(() => impactFinding('IC-28', element.id)),
      ...(holdsPersonalNumber(element.title) || holdsPersonalNumber(element.description)
        ? [impactFinding('IC-32', element.id)]
        : []),
      ...(isRepeated ? [impactFinding('IC-33', element.id)] : []),
    ]
  })
}

/** By way of upper case, so that ß and ss are the same. */
const foldCase = (title: string) => title.trim().normalize('NFC').toUpperCase().toLowerCase()

const rulesByType: Record<ElementType, (element: Element, around: Surroundings) => ImpactRule[]> = {
  resource: () => [],
  activity: ({ id }, { graph }) => [
    ...when(graph.outgoing(id).length === 0, 'IC-03'),
    ...when(!comesFrom(id, ['resource'], graph), 'IC-27'),
  ],
  output: ({ id }, { graph }) => [
    ...when(!comesFrom(id, ['activity'], graph), 'IC-04'),
    ...when(!leadsTo(id, ['outcome', 'impact'], graph), 'IC-11'),
  ],
  outcome: (element, { graph, measured, groups }) => [
    ...when(!hasCause(element, graph), 'IC-05'),
    ...when(!element.negative && graph.outgoing(element.id).length === 0, 'IC-12'),
    ...when(!measured.has(element.id), 'IC-13'),
    ...when(!element.targetGroupIds.some((group) => groups.has(group)), 'IC-23'),
    ...when(isWordedAsDoing(element.title), 'IC-34'),
  ],
  impact: (element) => when(element.sdg.length === 0, 'IC-29'),
}

function when(applies: boolean, rule: ImpactRule): ImpactRule[] {
  return applies ? [rule] : []
}

function comesFrom(id: string, types: readonly ElementType[], graph: Graph): boolean {
  return graph.incoming(id).some((link) => types.includes(graph.element(link.from)!.type))
}

function leadsTo(id: string, types: readonly ElementType[], graph: Graph): boolean {
  return graph.outgoing(id).some((link) => types.includes(graph.element(link.to)!.type))
}

/** Something leads to the outcome that could bring it about. */
export function hasCause({ id }: Element, graph: Graph): boolean {
  return comesFrom(id, ['activity', 'output', 'outcome'], graph)
}

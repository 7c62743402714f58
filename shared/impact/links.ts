// Which links a chain may have, and what can be reached along them.
import { elementTypes, horizons, type Element, type Link } from './input'

export type LinkKind = 'step' | 'jump' | 'notAllowed'

/**
 * One step forward along resource → activity → output → outcome → impact, or between outcomes to the same or a
 * later horizon. A longer way forward is a jump; anything else, and a link to what is not there, is not allowed.
 * Where an outcome's horizon is not chosen yet, it is in nobody's way.
 */
export function linkKind(from: Element | undefined, to: Element | undefined): LinkKind {
  if (!from || !to || from.id === to.id) return 'notAllowed'
  if (from.type === 'outcome' && to.type === 'outcome') return isBackInTime(from, to) ? 'notAllowed' : 'step'
  const steps = elementTypes.indexOf(to.type) - elementTypes.indexOf(from.type)
  if (steps <= 0) return 'notAllowed'
  return steps === 1 ? 'step' : 'jump'
}

function isBackInTime(from: Element, to: Element): boolean {
  if (from.horizon === null || to.horizon === null) return false
  return horizons.indexOf(to.horizon) < horizons.indexOf(from.horizon)
}

export interface Graph {
  readonly kinds: ReadonlyMap<Link, LinkKind>
  readonly validLinks: readonly Link[]
  incoming(id: string): readonly Link[]
  outgoing(id: string): readonly Link[]
  element(id: string): Element | undefined
}

/** The elements with their valid links; steps and jumps are valid. */
export function buildGraph(elements: readonly Element[], links: readonly Link[]): Graph {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const kinds = new Map(links.map((link) => [link, linkKind(byId.get(link.from), byId.get(link.to))]))
  const validLinks = links.filter((link) => kinds.get(link) !== 'notAllowed')
  const incoming = groupLinks(validLinks, 'to')
  const outgoing = groupLinks(validLinks, 'from')
  return {
    kinds,
    validLinks,
    incoming: (id) => incoming.get(id) ?? [],
    outgoing: (id) => outgoing.get(id) ?? [],
    element: (id) => byId.get(id),
  }
}

function groupLinks(links: readonly Link[], end: 'from' | 'to'): Map<string, Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const group = groups.get(link[end])
    if (group) group.push(link)
    else groups.set(link[end], [link])
  }
  return groups
}

/** The ids of all elements that valid links lead to from any of `starts`, these included. */
export function reachableFrom(starts: readonly Element[], graph: Graph): Set<string> {
  const reached = new Set(starts.map((element) => element.id))
  // A set hands out what is added while it is being read.
  for (const id of reached) for (const link of graph.outgoing(id)) reached.add(link.to)
  return reached
}

/**
 * Elements in circles: for every group of elements that all lead to one another, its first element in the order
 * of the list.
 */
export function firstInCircles(elements: readonly Element[], graph: Graph): Element[] {
  const firsts: Element[] = []
  const done = new Set<string>()
  for (const element of elements) {
    if (done.has(element.id)) continue
    const circle = circleOf(element, graph)
    if (circle.size > 1) firsts.push(element)
    for (const id of circle) done.add(id)
  }
  return firsts
}

/** The element and all that it leads to and that lead back to it. */
function circleOf(element: Element, graph: Graph): Set<string> {
  const ahead = reachableFrom([element], graph)
  const behind = new Set([element.id])
  for (const id of behind) for (const link of graph.incoming(id)) behind.add(link.from)
  return new Set([...ahead].filter((id) => behind.has(id)))
}

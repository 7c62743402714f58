// What a row or a drawn element shows of its surroundings. The same object while nothing of that changes, so that a
// letter typed in one element draws that one again and not two hundred.
import type { ChainElement, ChainLink } from '../../../shared/document/impactChain'
import { groupBySteps } from '../../../shared/impact/steps'
import type { ChainData, PlacedFinding } from './chainData'
import type { Names } from './useNames'

/** A link as seen from one of its ends: the name is the other end's. */
export interface LinkEnd {
  readonly id: string
  readonly name: string
}

export interface ElementFacts {
  readonly element: ChainElement
  readonly into: readonly LinkEnd[]
  readonly outOf: readonly LinkEnd[]
  readonly findings: readonly PlacedFinding[]
  /** How many. */
  readonly indicators: number
  /** First or last in its column. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

const none: readonly PlacedFinding[] = Object.freeze([])

/** Remembers the facts it gave, and gives new ones only where something changed. */
export function openFactsKeeper() {
  let kept = new Map<string, { facts: ElementFacts; key: string }>()
  return (data: ChainData, names: Names): ReadonlyMap<string, ElementFacts> => {
    const made: typeof kept = new Map()
    const end = (link: ChainLink, elementId: string): LinkEnd => ({
      id: link.id,
      name: names.element(data.element(elementId)),
    })
    for (const column of groupBySteps(data.elements).values())
      column.forEach((element, at) => {
        const facts: ElementFacts = {
          element,
          into: data.linksInto(element.id).map((link) => end(link, link.from)),
          outOf: data.linksOutOf(element.id).map((link) => end(link, link.to)),
          findings: data.findingsAt.get(`element:${element.id}`) ?? none,
          indicators: data.indicatorsOf(element.id).length,
          isFirst: at === 0,
          isLast: at === column.length - 1,
        }
        const key = keyOf(facts)
        const last = kept.get(element.id)
        const isSame = last !== undefined && last.facts.element === element && last.key === key
        made.set(element.id, isSame ? last : { facts, key })
      })
    kept = made
    return new Map([...made].map(([id, { facts }]) => [id, facts]))
  }
}

function keyOf({ into, outOf, findings, indicators, isFirst, isLast }: ElementFacts): string {
  const found = findings.map(({ code }) => code)
  return JSON.stringify([into, outOf, found, indicators, isFirst, isLast])
}

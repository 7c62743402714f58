// The chain as the page shows it: records in order, what hangs on what, findings and figures.
import { isInvalidInput } from '../../../shared/checks/invalidInput'
import type { Finding } from '../../../shared/checks/finding'
import { chainInput } from '../../../shared/document/chainInput'
import {
  inOrder,
  linksBetween,
  type Assumption,
  type ChainElement,
  type ChainFacts,
  type ChainLink,
  type Indicator,
  type SroiLine,
  type Stakeholder,
  type TargetGroup,
} from '../../../shared/document/impactChain'
import { checkImpactChain } from '../../../shared/impact/checkChain'
import type { Coverage } from '../../../shared/impact/coverage'
import { markedBy, placeOfFinding, type FindingPlace } from '../../../shared/impact/findingPlace'
import type { IndicatorProgress } from '../../../shared/impact/progress'

/** The records as the document has them. */
export interface ChainRecords {
  elements: readonly ChainElement[]
  links: readonly ChainLink[]
  assumptions: readonly Assumption[]
  targetGroups: readonly TargetGroup[]
  stakeholders: readonly Stakeholder[]
  indicators: readonly Indicator[]
  sroiLines: readonly SroiLine[]
  facts: ChainFacts
  need: string
}

export interface PlacedFinding extends Finding {
  readonly place: FindingPlace
}

export interface Judgement {
  findings: readonly PlacedFinding[]
  /** By the mark in the drawing, see {@link markedBy}. */
  findingsAt: ReadonlyMap<string, readonly PlacedFinding[]>
  progress: ReadonlyMap<string, IndicatorProgress>
  coverage: Coverage | null
}

/** The records in order, and what hangs on what. */
export interface ArrangedChain extends ChainRecords {
  element(id: string): ChainElement | undefined
  link(id: string): ChainLink | undefined
  assumption(id: string): Assumption | undefined
  linksInto(id: string): readonly ChainLink[]
  linksOutOf(id: string): readonly ChainLink[]
  indicatorsOf(id: string): readonly Indicator[]
}

export interface ChainData extends ArrangedChain, Judgement {}

/** Everything in its order; links only where both their ends are. */
export function arrange(records: ChainRecords): ArrangedChain {
  const elements = inOrder(records.elements)
  const links = inOrder(linksBetween(elements, records.links))
  const indicators = inOrder(records.indicators)
  const byElement = new Map(elements.map((each) => [each.id, each]))
  const byLink = new Map(links.map((each) => [each.id, each]))
  const assumptions = inOrder(records.assumptions)
  const byAssumption = new Map(assumptions.map((each) => [each.id, each]))
  const into = groupBy(links, (each) => each.to)
  const outOf = groupBy(links, (each) => each.from)
  const measures = groupBy(indicators, (each) => each.elementId)
  return {
    ...records,
    elements,
    links,
    indicators,
    assumptions,
    targetGroups: inOrder(records.targetGroups),
    stakeholders: inOrder(records.stakeholders),
    sroiLines: inOrder(records.sroiLines),
    element: (id) => byElement.get(id),
    link: (id) => byLink.get(id),
    assumption: (id) => byAssumption.get(id),
    linksInto: (id) => into.get(id) ?? [],
    linksOutOf: (id) => outOf.get(id) ?? [],
    indicatorsOf: (id) => measures.get(id) ?? [],
  }
}

/** Findings with their places, and figures, as of a day. */
export function judge(records: ChainRecords, page: { id: string; title: string }, asOf: string): Judgement {
  const input = chainInput({ ...page, ...records })
  const checked = checkImpactChain(input, asOf)
  const findings = checked.findings.map((each) => ({ ...each, place: placeOfFinding(each, input) }))
  const marked = findings.flatMap((finding) => {
    const mark = markedBy(finding.place)
    return mark === null ? [] : [{ mark, finding }]
  })
  const findingsAt = new Map(
    [...groupBy(marked, ({ mark }) => mark)].map(([mark, all]) => [mark, all.map(({ finding }) => finding)]),
  )
  if (isInvalidInput(checked)) return { findings, findingsAt, progress: new Map(), coverage: null }
  const progress = new Map(checked.indicatorProgress.map((each) => [each.indicatorId, each]))
  return { findings, findingsAt, progress, coverage: checked.coverage }
}

function groupBy<T>(list: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const group = groups.get(key(each))
    if (group) group.push(each)
    else groups.set(key(each), [each])
  }
  return groups
}

import { countFindings, sortFindings, type Finding, type Severity } from '../checks/finding'
import { fault, faultsOfSchema, invalidInput, type Fault, type InvalidInput } from '../checks/invalidInput'
import { computeCoverage, type Coverage } from './coverage'
import { date, impactInput, type ImpactInput } from './input'
import { buildGraph } from './links'
import { indicatorProgress, type IndicatorProgress } from './progress'
import { checkChain } from './rules/chain'
import { checkElements } from './rules/element'
import { checkIndicators } from './rules/indicator'
import { checkLinks } from './rules/link'

export interface ImpactCheck {
  /** By severity, rule and the place in the list that the rule looks at. */
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<Severity, number>>
  readonly indicatorProgress: readonly IndicatorProgress[]
  readonly coverage: Coverage
}

/**
 * The findings IC-01 … IC-34, the indicators' progress and the chain's coverage as of a day (`YYYY-MM-DD`), from
 * plain data in the form of {@link ImpactInput}. Input that cannot be read gives its faults instead.
 */
export function checkImpactChain(raw: unknown, asOf: string): ImpactCheck | InvalidInput {
  if (!date.safeParse(asOf).success)
    return invalidInput([fault(['asOf'], 'malformed', 'must be a date as YYYY-MM-DD.')])
  const read = impactInput.safeParse(raw)
  if (!read.success) return invalidInput(faultsOfSchema(read.error, raw))
  const input = read.data
  const repeated = repeatedIds(input)
  if (repeated.length > 0) return invalidInput(repeated)
  const graph = buildGraph(input.elements, input.links)
  const findings = sortFindings([
    ...checkChain(input, graph),
    ...checkElements(input, graph),
    ...checkLinks(input, graph),
    ...checkIndicators(input, asOf),
  ])
  return {
    findings,
    counts: countFindings(findings),
    indicatorProgress: input.indicators.map((each) => indicatorProgress(each, asOf, input.start)),
    coverage: computeCoverage(input),
  }
}

/** A finding leads to its place by id, so an id stands for one thing in its list. */
function repeatedIds(input: ImpactInput): Fault[] {
  const lists = ['targetGroups', 'elements', 'links', 'assumptions', 'indicators'] as const
  return lists.flatMap((list) => {
    const seen = new Set<string>()
    return input[list].flatMap(({ id }, at) => {
      if (seen.has(id)) return [fault([list, at, 'id'], 'notUnique', `(${id}) is already in use.`)]
      seen.add(id)
      return []
    })
  })
}

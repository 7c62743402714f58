// From the records of an impact-chain page to the input of its checks.
import type { ImpactInput } from '../impact/input'
import {
  inOrder,
  type Assumption,
  type ChainElement,
  type ChainFacts,
  type ChainLink,
  type Indicator,
  type Stakeholder,
  type TargetGroup,
} from './impactChain'

export interface ChainParts {
  id: string
  title: string
  need: string
  facts: ChainFacts
  elements: readonly ChainElement[]
  links: readonly ChainLink[]
  assumptions: readonly Assumption[]
  targetGroups: readonly TargetGroup[]
  stakeholders: readonly Stakeholder[]
  indicators: readonly Indicator[]
}

/** The chain as the checks take it: records in the order people gave them; what refers to nothing is left out. */
export function chainInput(parts: ChainParts): ImpactInput {
  const known = (records: readonly { id: string }[]) => new Set(records.map((record) => record.id))
  const elements = known(parts.elements)
  const groups = known(parts.targetGroups)
  const assumptions = known(parts.assumptions)
  return {
    id: parts.id,
    title: parts.title,
    start: parts.facts.start || null,
    end: parts.facts.end || null,
    need: parts.need,
    targetGroups: inOrder(parts.targetGroups).map(({ id, name, kind }) => ({ id, name, kind })),
    stakeholders: inOrder(parts.stakeholders).map(({ id, name, role }) => ({ id, name, role })),
    elements: inOrder(parts.elements).map(
      ({ id, type, title, description, horizon, targetGroupIds, sdg, negative }) => ({
        id,
        type,
        title,
        description,
        horizon: type === 'outcome' ? horizon : null,
        targetGroupIds: targetGroupIds.filter((group) => groups.has(group)),
        sdg: [...sdg],
        negative,
      }),
    ),
    links: inOrder(parts.links)
      .filter(({ from, to }) => elements.has(from) && elements.has(to))
      .map(({ id, from, to, assumptionIds }) => ({
        id,
        from,
        to,
        assumptionIds: assumptionIds.filter((each) => assumptions.has(each)),
      })),
    assumptions: inOrder(parts.assumptions).map(({ id, text, risk, test }) => ({ id, text, risk, test })),
    indicators: inOrder(parts.indicators)
      .filter((indicator) => elements.has(indicator.elementId))
      .map(({ id, elementId, name, unit, direction, baselineNotApplicable, baseline, target, ...rest }) => ({
        id,
        elementId,
        name,
        unit,
        direction,
        baselineNotApplicable,
        baseline: baseline && { value: baseline.value, date: baseline.date || null },
        target: target && { value: target.value, date: target.date || null },
        source: rest.source,
        responsible: rest.responsible,
        frequency: rest.frequency,
        disaggregation: [...rest.disaggregation],
        measurements: rest.measurements
          .filter(({ date }) => date !== '')
          .map(({ date, value }) => ({ date, value })),
      })),
  }
}

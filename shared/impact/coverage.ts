import { ratioInBasisPoints } from '../money/round'
import type { ElementType, ImpactInput, Indicator } from './input'

export interface Coverage {
  /** Only types that occur. */
  readonly elementCount: Readonly<Partial<Record<ElementType, number>>>
  /** All links, also those that are not allowed. */
  readonly linkCount: number
  readonly outcomesWithIndicatorBp: number | null
  readonly indicatorsCompleteBp: number | null
}

export function computeCoverage({ elements, links, indicators }: ImpactInput): Coverage {
  const elementCount: Partial<Record<ElementType, number>> = {}
  for (const { type } of elements) elementCount[type] = (elementCount[type] ?? 0) + 1
  const measured = new Set(indicators.map((indicator) => indicator.elementId))
  const outcomes = elements.filter((element) => element.type === 'outcome')
  const withIndicator = outcomes.filter((outcome) => measured.has(outcome.id))
  return {
    elementCount,
    linkCount: links.length,
    outcomesWithIndicatorBp: ratioInBasisPoints(withIndicator.length, outcomes.length),
    indicatorsCompleteBp: ratioInBasisPoints(indicators.filter(isComplete).length, indicators.length),
  }
}

/** It can be measured against something: a unit, a baseline (or a word that none applies) and a target. */
function isComplete(indicator: Indicator): boolean {
  const hasBaseline = indicator.baseline !== null || indicator.baselineNotApplicable
  return indicator.unit.trim() !== '' && hasBaseline && indicator.target !== null
}

// A financing plan as it is printed: its input, its figures, and how its amounts and periods are written.
import { isInvalidInput, type InvalidInput } from '../../../shared/checks/invalidInput'
import type { Finding } from '../../../shared/checks/finding'
import { planInput, type PlanParts } from '../../../shared/document/planInput'
import { computeFinancingPlan } from '../../../shared/financing/computePlan'
import type { FinancingInput } from '../../../shared/financing/input'
import type { FinancingPlan } from '../../../shared/financing/result'
import {
  formatBasisPoints,
  formatKronor,
  formatRate,
  formatWhole,
  formatWholeKronor,
} from '../../../shared/money/format'
import { periodLabel } from '../../features/financingPlan/periodLabel'
import type { Text } from '../../ui/language'
import type { Printing } from '../printing'
import type { NumberCell } from '../table'

export interface PlanWriting {
  /** Whole kronor without their unit, for a table's cell. */
  cell(ore: number): NumberCell
  /** A plain count in a table's cell. */
  count(value: number): NumberCell
  /** Whole kronor with their unit. */
  kronor(ore: number): string
  /** A rate, nothing rounded. */
  share(basisPoints: number | null): string
  /** A computed share, always with one decimal. */
  ratio(basisPoints: number | null): string
  period(name: string): string
  /** What a row is called. */
  nameOf(id: string): string
}

export interface PrintedPlan {
  printing: Printing
  title: string
  parts: PlanParts
  input: FinancingInput
  /** Null when something is missing or at odds; `findings` says what. */
  plan: FinancingPlan | null
  findings: readonly Finding[]
  /** The print document's own words, and those of the plan. */
  text: Text
  words: Text
  write: PlanWriting
}

export function preparePlan(printing: Printing, title: string, parts: PlanParts): PrintedPlan {
  const input = planInput(parts)
  const computed: FinancingPlan | InvalidInput = computeFinancingPlan(input)
  const words = printing.planText
  return {
    printing,
    title,
    parts,
    input,
    plan: isInvalidInput(computed) ? null : computed,
    findings: computed.findings,
    text: printing.text,
    words,
    write: writingOf(printing, input),
  }
}

function writingOf({ locale, planText }: Printing, input: FinancingInput): PlanWriting {
  const names = new Map<string, string>([
    ...[...input.personnel, ...input.fixedCosts, ...input.variableCosts].map(
      ({ id, title }) => [id, title] as const,
    ),
    ...input.sources.map(({ id, funder }) => [id, funder] as const),
  ])
  return {
    cell: (ore) => ({ number: formatWholeKronor(ore, locale), value: ore }),
    count: (value) => ({ number: formatWhole(value, locale), value }),
    kronor: (ore) => formatKronor(ore, locale),
    share: (basisPoints) => (basisPoints === null ? '–' : formatRate(basisPoints, locale)),
    ratio: (basisPoints) => formatBasisPoints(basisPoints, locale),
    period: (name) => periodLabel(input.periodType, name, planText, locale),
    nameOf: (id) => names.get(id)?.trim() || planText('row.untitled'),
  }
}

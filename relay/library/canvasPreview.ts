// The small pictures of an impact chain (its columns of elements) and of a financing plan (its cash, period by period).
import type * as Y from 'yjs'
import { isInvalidInput } from '../../shared/checks/invalidInput'
import type { Page } from '../../shared/document/control'
import { planInput } from '../../shared/document/planInput'
import { readChain } from '../../shared/document/readChain'
import { readPlan } from '../../shared/document/readPlan'
import { layOutCash } from '../../shared/financing/cashChart'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { groupBySteps, steps, type Step } from '../../shared/impact/steps'
import { previewField as field, type PreviewBox } from './previewField'

const inner = { width: field.width - 2 * field.margin, height: field.height - 2 * field.margin }

const tones: Readonly<Record<Step, string>> = {
  resource: 'grey',
  activity: 'yellow',
  output: 'violet',
  short: 'blue',
  medium: 'blue',
  long: 'blue',
  impact: 'green',
}

/** One box per element, in the columns of the drawing; the need stands first. None for an empty chain. */
export function chainBoxes(doc: Y.Doc, page: Page): PreviewBox[] {
  const { elements, need } = readChain(doc, page)
  if (elements.length === 0 && need.trim() === '') return []
  const wide = inner.width / (steps.length + 1)
  const size = { width: wide - 4, height: 9 }
  const place = (column: number, row: number) => ({
    x: field.margin + 2 + column * wide,
    y: field.margin + 8 + row * (size.height + 4),
    ...size,
  })
  const mostRows = Math.floor((inner.height - 8) / (size.height + 4))
  const columns = [...groupBySteps(elements)].flatMap(([step, each], at) =>
    each
      .slice(0, mostRows)
      .map((element, row) => ({ ...place(at + 1, row), tone: element.negative ? 'red' : tones[step] })),
  )
  return [{ ...place(0, 0), height: 2 * size.height + 4, tone: 'red' }, ...columns]
}

/** A bar per period from zero to its closing cash in the base scenario. None for a plan without rows. */
export function planBoxes(doc: Y.Doc, page: Page): PreviewBox[] {
  const parts = readPlan(doc, page.createdAt)
  const rows = [parts.sources, parts.personnel, parts.fixedCosts, parts.variableCosts].flat().length
  if (rows === 0) return []
  const plan = computeFinancingPlan(planInput(parts))
  if (isInvalidInput(plan)) return rowLines(rows)
  const cash = plan.scenarios.base.closingCash
  const { yOf, zeroY } = layOutCash([cash])
  const wide = inner.width / cash.length
  const top = (share: number) => field.margin + share * inner.height
  const bars = cash.map((amount, at) => {
    const ends = [top(zeroY), top(yOf(amount))].sort((a, b) => a - b) as [number, number]
    return {
      x: field.margin + at * wide + wide * 0.15,
      y: ends[0],
      width: wide * 0.7,
      height: Math.max(1.5, ends[1] - ends[0]),
      tone: amount < 0 ? 'red' : 'green',
    }
  })
  return [{ x: field.margin, y: top(zeroY) - 0.4, width: inner.width, height: 0.8, tone: 'line' }, ...bars]
}

/** A plan that can't be computed yet shows that it has rows. */
function rowLines(rows: number): PreviewBox[] {
  const high = 7
  return Array.from({ length: Math.min(rows, Math.floor(inner.height / high)) }, (_, at) => ({
    x: field.margin,
    y: field.margin + at * high,
    width: inner.width,
    height: high - 3,
    tone: 'line',
  }))
}

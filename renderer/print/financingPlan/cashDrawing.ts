// Cash over time in three scenarios, drawn: each line has its own dashes and marks, and the low point its amount.
import { scenarioNames, type ScenarioName } from '../../../shared/document/financingPlan'
import { layOutCash } from '../../../shared/financing/cashChart'
import type { FinancingPlan } from '../../../shared/financing/result'
import { formatKronor } from '../../../shared/money/format'
import { divideRounded } from '../../../shared/money/round'
import { element } from '../element'
import { vector } from '../vector'
import type { PrintedPlan } from './printedPlan'
import styles from './cashDrawing.module.css'

/** In points. */
const inset = { top: 12, bottom: 18, start: 52, end: 10 }

/** @param size of the drawing in points. */
export function drawCash(
  { input, text, words, write, printing }: PrintedPlan,
  plan: FinancingPlan,
  size: { width: number; height: number },
): HTMLElement {
  const { locale } = printing
  const series = scenarioNames.map((name) => plan.scenarios[name].closingCash)
  const chart = layOutCash(series, [input.liquidityBuffer])
  const x = (share: number) => inset.start + share * (size.width - inset.start - inset.end)
  const y = (share: number) => inset.top + share * (size.height - inset.top - inset.bottom)
  const right = size.width - inset.end
  const low = plan.scenarios.base.liquidityLowPoint
  const lowWords = words('chart.low', { amount: write.kronor(low.amount), period: write.period(low.period) })
  const svg = vector('svg', {
    viewBox: `0 0 ${size.width} ${size.height}`,
    class: styles.drawing,
    role: 'img',
    'aria-label': words('chart.alternative', { scenario: words('scenario.base'), low: lowWords }),
  })
  svg.style.width = `${size.width}pt`
  svg.style.height = `${size.height}pt`

  if (chart.zeroY < 1)
    svg.append(
      vector('rect', {
        x: inset.start,
        y: y(chart.zeroY),
        width: right - inset.start,
        height: y(1) - y(chart.zeroY),
        class: styles.below,
      }),
    )
  for (const tick of chart.ticks) {
    const at = y(chart.yOf(tick))
    const amount = formatKronor(divideRounded(tick, 1000), locale).replace(/\s*kr$/, '')
    svg.append(
      vector('line', {
        x1: inset.start,
        x2: right,
        y1: at,
        y2: at,
        class: tick === 0 ? styles.zero : styles.grid,
      }),
      vector(
        'text',
        { x: inset.start - 5, y: at + 3, class: styles.tick },
        text('plan.thousands', { amount }),
      ),
    )
  }
  if (input.liquidityBuffer > 0) {
    const at = y(chart.yOf(input.liquidityBuffer))
    svg.append(
      vector('line', { x1: inset.start, x2: right, y1: at, y2: at, class: styles.buffer }),
      vector('text', { x: right, y: at - 3, class: styles.bufferWord }, words('chart.buffer')),
    )
  }
  for (const name of [...scenarioNames].sort((a, b) => Number(a === 'base') - Number(b === 'base'))) {
    const points = chart.lines[scenarioNames.indexOf(name)]!.map((point) => ({
      x: x(point.x),
      y: y(point.y),
    }))
    svg.append(
      vector('polyline', {
        points: points.map((point) => `${round(point.x)},${round(point.y)}`).join(' '),
        class: `${styles.line} ${styles[name]}`,
      }),
      ...points.map((point) => mark(name, point)),
    )
  }
  svg.append(
    ...periodWords(
      input.periods.map((period) => write.period(period)),
      x,
      size.height - 4,
    ),
  )
  const place = chart.lines[scenarioNames.indexOf('base')]![input.periods.indexOf(low.period)]
  if (place) svg.append(...lowMark({ x: x(place.x), y: y(place.y) }, lowWords, size))

  return element(
    'figure',
    { class: styles.figure },
    svg,
    element(
      'ul',
      { class: styles.legend, 'aria-hidden': 'true' },
      ...scenarioNames.map((name) => legend(name, words(`scenario.${name}`))),
    ),
  )
}

interface Point {
  x: number
  y: number
}

function mark(name: ScenarioName, { x, y }: Point): SVGElement {
  const look = `${styles.mark} ${styles[name]}`
  if (name === 'base') return vector('circle', { cx: round(x), cy: round(y), r: 2.6, class: look })
  if (name === 'cautious')
    return vector('rect', { x: round(x - 2.3), y: round(y - 2.3), width: 4.6, height: 4.6, class: look })
  return vector('path', { d: `M${round(x)},${round(y - 3.2)}l3.1,5.4h-6.2z`, class: look })
}

function legend(name: ScenarioName, word: string): HTMLElement {
  const line = vector(
    'svg',
    { viewBox: '0 0 30 10', class: styles.key },
    vector('polyline', { points: '0,5 30,5', class: `${styles.line} ${styles[name]}` }),
    mark(name, { x: 15, y: 5 }),
  )
  return element('li', {}, line, word)
}

/** A ring round the lowest point, and its amount where there is room for it. */
function lowMark({ x, y }: Point, words: string, size: { width: number; height: number }): SVGElement[] {
  const isOnRight = x > size.width / 2
  const isLow = y > size.height - inset.bottom - 30
  return [
    vector('circle', { cx: round(x), cy: round(y), r: 6, class: styles.ring }),
    vector(
      'text',
      {
        x: round(x + (isOnRight ? -9 : 9)),
        y: round(isLow ? y - 8 : y + 14),
        'text-anchor': isOnRight ? 'end' : 'start',
        class: styles.low,
      },
      words,
    ),
  ]
}

/** As many periods as can stand beside each other, the first and the last among them. */
function periodWords(names: readonly string[], x: (share: number) => number, y: number): SVGElement[] {
  const longest = Math.max(1, ...names.map((name) => name.length))
  const most = Math.max(1, Math.floor((x(1) - x(0)) / (longest * 4.6 + 6)))
  const step = Math.max(1, Math.ceil((names.length - 1) / most))
  return names.flatMap((name, at) => {
    const isLast = at === names.length - 1
    if (!isLast && (at % step !== 0 || names.length - 1 - at < step)) return []
    const share = names.length === 1 ? 0.5 : at / (names.length - 1)
    const anchor = at === 0 && !isLast ? 'start' : isLast && at > 0 ? 'end' : 'middle'
    return [vector('text', { x: round(x(share)), y, 'text-anchor': anchor, class: styles.period }, name)]
  })
}

const round = (value: number) => Math.round(value * 100) / 100

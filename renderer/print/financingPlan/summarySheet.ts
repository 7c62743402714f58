// The first sheet of a plan: what it covers, its key figures in three scenarios, the cash drawn, and what each scenario
// takes for granted.
import { scenarioNames } from '../../../shared/document/financingPlan'
import type { FinancingPlan, ScenarioPlan } from '../../../shared/financing/result'
import { element } from '../element'
import { fits } from '../flow'
import { paperSizes } from '../sheet'
import { smallTable, type Cell, type TableRow } from '../table'
import { drawCash } from './cashDrawing'
import type { PrintedPlan } from './printedPlan'
import styles from './plan.module.css'

/** Fills the body of a sheet. True when there was room for the cash of every period too. */
export function fillSummary(printed: PrintedPlan, body: HTMLElement): boolean {
  const { plan, text, words } = printed
  body.classList.add(styles.summary!)
  body.append(drawFacts(printed))
  if (!plan) {
    body.append(element('p', { class: `${styles.missing} ${styles.wide}` }, text('plan.noFigures')))
  } else {
    const [wide] = paperSizes[printed.printing.frame.paper]
    // mm to pt.
    const width = ((wide - 20) * 0.5 * 72) / 25.4
    body.append(
      element(
        'section',
        {},
        element('h2', { class: styles.heading }, words('figures.title')),
        smallTable(
          words('figures.title'),
          scenarioColumns(printed, text('plan.figure'), true),
          keyFigures(printed, plan),
        ),
      ),
      element(
        'section',
        {},
        element('h2', { class: styles.heading }, words('chart.title')),
        drawCash(printed, plan, { width, height: width * 0.48 }),
      ),
    )
  }
  body.append(
    element(
      'section',
      { class: styles.wide },
      element('h2', { class: styles.heading }, text('plan.scenarios')),
      smallTable(
        text('plan.scenarios'),
        scenarioColumns(printed, text('plan.assumption'), false),
        assumptions(printed),
      ),
    ),
  )
  return plan !== null && showCash(printed, plan, body)
}

/** The cash of every period as numbers, where the paper is wide and high enough. */
function showCash(
  { input, text, words, write }: PrintedPlan,
  plan: FinancingPlan,
  body: HTMLElement,
): boolean {
  const cash = element(
    'section',
    { class: styles.wide },
    smallTable(
      words('chart.title'),
      [
        { head: `${words('chart.title')}, kr`, width: '50mm' },
        ...input.periods.map((period) => ({ head: write.period(period), isNumber: true })),
      ],
      scenarioNames.map((name) => ({
        cells: [words(`scenario.${name}`), ...plan.scenarios[name].closingCash.map(write.cell)],
      })),
    ),
    element('p', { class: styles.note }, text('plan.rounded')),
  )
  body.lastElementChild!.before(cash)
  const isRoom = fits(body) && [...cash.querySelectorAll<HTMLElement>('th, td')].every((cell) => fits(cell))
  if (!isRoom) cash.remove()
  return isRoom
}

function scenarioColumns({ words }: PrintedPlan, first: string, isNumber: boolean) {
  return [
    { head: first, width: '52mm' },
    ...scenarioNames.map((name) => ({ head: words(`scenario.${name}`), isNumber })),
  ]
}

function drawFacts({ input, parts, text, write }: PrintedPlan): HTMLElement {
  const facts: [string, string][] = [
    [
      text('plan.time'),
      input.periods.length === 0
        ? '–'
        : `${write.period(input.periods[0]!)} – ${write.period(input.periods.at(-1)!)}`,
    ],
    [text('plan.openingCash'), write.kronor(input.openingCash)],
    [text('plan.buffer'), write.kronor(input.liquidityBuffer)],
    ...(parts.facts.vatNote.trim()
      ? [[text('plan.vat'), parts.facts.vatNote.trim()] as [string, string]]
      : []),
  ]
  return element(
    'dl',
    { class: styles.facts },
    ...facts.map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', { dir: 'auto' }, value)),
    ),
  )
}

function keyFigures({ text, words, write }: PrintedPlan, plan: FinancingPlan): TableRow[] {
  const row = (name: string, show: (scenario: ScenarioPlan) => Cell): TableRow => ({
    cells: [name, ...scenarioNames.map((each) => show(plan.scenarios[each]))],
  })
  const amount = (ore: number) => ({ number: write.kronor(ore), value: ore })
  return [
    row(words('figure.lowPoint.label'), ({ liquidityLowPoint: low }) => ({
      number: `${write.kronor(low.amount)}\n${write.period(low.period)}`,
      value: low.amount,
    })),
    row(words('figure.bridgingNeed.label'), ({ bridgingNeed }) => amount(bridgingNeed)),
    row(words('figure.bridgingWithBuffer.label'), ({ bridgingNeedWithBuffer }) =>
      amount(bridgingNeedWithBuffer),
    ),
    row(text('plan.allIn'), ({ sourcesAndUses }) => amount(sourcesAndUses.totalSources)),
    row(text('plan.allOut'), ({ sourcesAndUses }) => amount(sourcesAndUses.totalUses)),
    row(words('figure.structuralGap.label'), ({ sourcesAndUses }) => amount(sourcesAndUses.structuralGap)),
    row(words('figure.selfFinancing.label'), ({ ratios }) => write.ratio(ratios.selfFinancingBp)),
    row(words('figure.longTermCoverage.label'), ({ longTerm }) => write.ratio(longTerm.coverageBp)),
  ]
}

function assumptions({ parts, text, words, write }: PrintedPlan): TableRow[] {
  const chosen = scenarioNames.map((name) => parts.scenarios[name])
  return [
    {
      cells: [
        text('plan.included'),
        ...chosen.map(({ include, minProbability }) => {
          const states = include.map((status) => words(`status.${status}`)).join(', ')
          return minProbability === null
            ? states
            : [states, text('plan.fromProbability', { percent: minProbability })].filter(Boolean).join('\n')
        }),
      ],
    },
    { cells: [text('plan.salesFactor'), ...chosen.map((each) => write.share(each.salesFactorBp))] },
    {
      cells: [text('plan.costFactor'), ...chosen.map((each) => write.share(each.fixedNonPersonnelFactorBp))],
    },
  ]
}

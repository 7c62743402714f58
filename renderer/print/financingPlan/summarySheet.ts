// The first sheet of a plan: what it covers, its key figures in three scenarios, the cash drawn, and what each scenario
// takes for granted.
import { scenarioNames } from '../../../shared/document/financingPlan'
import type { FinancingPlan, ScenarioPlan } from '../../../shared/financing/result'
import { element } from '../element'
import { paperSizes } from '../sheet'
import { smallTable, type Cell, type TableRow } from '../table'
import { drawCash } from './cashDrawing'
import type { PrintedPlan } from './printedPlan'
import styles from './plan.module.css'

/** Fills the body of a sheet. */
export function fillSummary(printed: PrintedPlan, body: HTMLElement): void {
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
        smallTable(words('figures.title'), scenarioColumns(printed, '52mm'), keyFigures(printed, plan)),
      ),
      element(
        'section',
        {},
        element('h2', { class: styles.heading }, words('chart.title')),
        drawCash(printed, plan, { width, height: width * 0.5 }),
      ),
    )
  }
  body.append(
    element(
      'section',
      { class: styles.wide },
      element('h2', { class: styles.heading }, text('plan.scenarios')),
      smallTable(text('plan.scenarios'), scenarioColumns(printed, '52mm'), assumptions(printed)),
    ),
  )
}

function scenarioColumns({ words, text }: PrintedPlan, first: string) {
  return [
    { head: text('plan.figure'), width: first },
    ...scenarioNames.map((name) => ({ head: words(`scenario.${name}`) })),
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
    row(words('figure.selfFinancing.label'), ({ ratios }) => write.share(ratios.selfFinancingBp)),
    row(words('figure.longTermCoverage.label'), ({ longTerm }) => write.share(longTerm.coverageBp)),
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

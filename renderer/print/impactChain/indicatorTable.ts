// Indicators with where they began, where they are to come and how far they are, as of the day of printing.
import type { Indicator } from '../../../shared/document/impactChain'
import type { Stack } from '../stack'
import type { TableRow } from '../table'
import type { PrintedChain } from './printedChain'

export function addIndicators(stack: Stack, printed: PrintedChain): void {
  const { chain, text, words } = printed
  const heading = words('indicator.title')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    lead: text('chain.asOf', { day: printed.printing.today }),
    columns: [
      { head: text('chain.indicator'), width: '62mm' },
      { head: text('chain.unit'), width: '30mm' },
      { head: words('indicator.baseline'), width: '26mm' },
      { head: text('chain.target'), width: '26mm' },
      { head: words('measure.title'), width: '38mm' },
      { head: text('chain.status'), width: '38mm' },
      { head: text('chain.follow') },
    ],
    rows: chain.indicators.map((indicator) => row(printed, indicator)),
  })
}

function row({ words, nameOf, number, share, progress }: PrintedChain, indicator: Indicator): TableRow {
  const point = (each: { value: number; date: string } | null) =>
    each ? [number(each.value), each.date].filter(Boolean).join('\n') : '–'
  const come = progress.get(indicator.id)
  const way =
    come === undefined || come.progressBp === null
      ? ''
      : come.expectedProgressBp === null
        ? words('progress.now', { now: share(come.progressBp) })
        : words('progress.nowAndExpected', {
            now: share(come.progressBp),
            expected: share(come.expectedProgressBp),
          })
  return {
    cells: [
      { own: `${indicator.name.trim() || words('indicator.untitled')}\n→ ${nameOf(indicator.elementId)}` },
      { own: [indicator.unit, words(`direction.${indicator.direction}`)].filter(Boolean).join('\n') },
      indicator.baselineNotApplicable ? words('indicator.noBaseline') : point(indicator.baseline),
      point(indicator.target),
      indicator.measurements.map(({ date, value }) => `${date}: ${number(value)}`).join('\n') || '–',
      come ? [words(`status.${come.status}`), way].filter(Boolean).join('\n') : '',
      {
        own: [
          indicator.source,
          indicator.responsible,
          words(`frequency.${indicator.frequency}`),
          indicator.disaggregation.includes('gender') && words('indicator.gender'),
        ]
          .filter(Boolean)
          .join('\n'),
      },
    ],
  }
}

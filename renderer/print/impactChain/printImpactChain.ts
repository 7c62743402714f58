// An impact chain on paper: the drawing on one sheet, and after it everything in it in tables.
import { elementTypes } from '../../../shared/impact/input'
import { element } from '../element'
import { findingTable } from '../findingTable'
import type { Printing } from '../printing'
import type { PrintedPage } from '../readSession'
import { addSheet } from '../sheet'
import { stackSheets, type Stack } from '../stack'
import { addAssumptions, addElements, addLinks, addPeople } from './chainTables'
import { drawChain } from './drawChain'
import { addIndicators } from './indicatorTable'
import { prepareChain, type PrintedChain } from './printedChain'
import { addReturn } from './returnTable'
import styles from './chain.module.css'

/** Adds the sheets of one chain. */
export function printImpactChain(
  printing: Printing,
  { page, chain }: Extract<PrintedPage, { kind: 'impactChain' }>,
): void {
  const printed = prepareChain(printing, page.title, chain)
  const { start, end } = chain.facts
  drawChain(
    printed,
    addSheet(printing.frame, {
      title: page.title,
      starts: 'page',
      ...((start || end) && { part: `${start || '…'} – ${end || '…'}` }),
    }).body,
  )
  const stack = stackSheets(printing.frame, page.title)
  addElements(stack, printed)
  addLinks(stack, printed)
  addAssumptions(stack, printed)
  addIndicators(stack, printed)
  addPeople(stack, printed)
  addReturn(stack, printed)
  stack.addTable(findingTable(printing, printed.findings, printed.words, printed.placeOf))
  addCoverage(stack, printed)
}

/** How much of the chain is there. */
function addCoverage(stack: Stack, { coverage, words, share, number }: PrintedChain): void {
  if (!coverage || coverage.elementCount.activity === undefined) return
  const facts: [string, string][] = [
    ...elementTypes.map((type): [string, string] => [
      words(`type.${type}`),
      number(coverage.elementCount[type] ?? 0),
    ]),
    [words('coverage.links'), number(coverage.linkCount)],
    [words('coverage.outcomes'), share(coverage.outcomesWithIndicatorBp)],
    [words('coverage.indicators'), share(coverage.indicatorsCompleteBp)],
  ]
  stack.addBlock(
    words('coverage.title'),
    element(
      'dl',
      { class: styles.facts },
      ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
  )
}

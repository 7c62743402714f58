// A financing plan on paper: a summary on one sheet, and after it every row and figure in tables.
import { findingTable } from '../findingTable'
import type { Printing } from '../printing'
import type { PrintedPage } from '../readSession'
import { addSheet } from '../sheet'
import { stackSheets } from '../stack'
import { addBareRows } from './bareRows'
import { addFigures, addParameters } from './figureTables'
import { addCash, addCashFlow, addCosts, addPersonnel, addSources } from './planTables'
import { preparePlan } from './printedPlan'
import { fillSummary } from './summarySheet'
import { addConditions, addRoles, addSchedules } from './termTables'

/** Adds the sheets of one plan. */
export function printFinancingPlan(
  printing: Printing,
  { page, parts }: Extract<PrintedPage, { kind: 'financingPlan' }>,
): void {
  const printed = preparePlan(printing, page.title, parts)
  const { plan, input, words, write } = printed
  const { body } = addSheet(printing.frame, { title: page.title, starts: 'page' })
  const hasCash = fillSummary(printed, body)
  const stack = stackSheets(printing.frame, page.title)
  if (plan) {
    addSources(stack, printed, plan)
    addPersonnel(stack, printed, plan)
    addCosts(stack, printed, plan)
    addCashFlow(stack, printed, plan)
    if (!hasCash) addCash(stack, printed, plan)
    addConditions(stack, printed)
    addRoles(stack, printed)
    addSchedules(stack, printed, plan)
    addFigures(stack, printed, plan)
  } else addBareRows(stack, printed)
  stack.addTable(
    findingTable(printing, printed.findings, words, ({ target }) =>
      input.periods.includes(target)
        ? write.period(target)
        : target === 'plan'
          ? printing.text('plan.whole')
          : write.nameOf(target),
    ),
  )
  addParameters(stack, printed)
}

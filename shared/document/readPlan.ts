// A financing-plan page read once, as plain data, for what shows one moment of it: files, print, checks.
import type * as Y from 'yjs'
import {
  countPlanRows,
  readParameters,
  readPlanFacts,
  readScenarios,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
} from './financingPlan'
import { byOrder } from './order'
import type { PlanParts } from './planInput'
import { factsInUse } from './planRows'
import type { RecordView } from './recordView'

/**
 * Every list in the order people gave it.
 * @param createdAt when the page was made (ms since 1970), for the periods of a plan that nobody has set up.
 */
export function readPlan(page: Y.Doc, createdAt: number): PlanParts {
  return {
    facts: factsInUse(readPlanFacts(page), createdAt),
    sources: once(viewSources(page)),
    personnel: once(viewPersonnel(page)),
    fixedCosts: once(viewFixedCosts(page)),
    variableCosts: once(viewVariableCosts(page)),
    scenarios: readScenarios(page),
    parameters: readParameters(page),
  }
}

/** Whether somebody has set up a plan in the page or added a row. */
export function holdsPlan(page: Y.Doc): boolean {
  return countPlanRows(page) > 0 || readPlanFacts(page).firstPeriod !== ''
}

/** The records as they are now. */
function once<T extends { id: string; order: string }>(view: RecordView<T>): readonly T[] {
  const records = [...view.records()].sort(byOrder)
  view.close()
  return records
}

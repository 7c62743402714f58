// The rows of a financing plan: added, titled and brought back, each one step.
import type * as Y from 'yjs'
import type { SourceKind } from '../financing/input'
import { periodNames, samePeriod } from '../financing/periodNames'
import {
  planTables,
  planTexts,
  readPlanFacts,
  setPlanFacts,
  type FixedCostRow,
  type PersonnelRow,
  type PlanFacts,
  type PlanTable,
  type SourceRow,
  type VariableCostRow,
} from './financingPlan'
import type { PlainValue } from './recordTable'
import { changeBetween } from './shownText'
import type { SharedText } from './sharedText'

/** A row and the table it stands in. */
export type PlanRow =
  | { readonly table: 'sources'; readonly row: SourceRow }
  | { readonly table: 'personnel'; readonly row: PersonnelRow }
  | { readonly table: 'fixedCosts'; readonly row: FixedCostRow }
  | { readonly table: 'variableCosts'; readonly row: VariableCostRow }

/** What the row is called: a funder's name, or a title. */
export function titleOf(each: PlanRow): string {
  return each.table === 'sources' ? each.row.funder : each.row.title
}

/** The facts, with a first period also while nobody has chosen one: the first that begins after the page was made. */
export function factsInUse(facts: PlanFacts, createdAt: number): PlanFacts {
  if (periodNames(facts.periodType, facts.firstPeriod, 1).length > 0) return facts
  const month = new Date(createdAt).toISOString().slice(0, 7)
  const now = samePeriod('month', month, facts.periodType) ?? ''
  return { ...facts, firstPeriod: periodNames(facts.periodType, now, 2)[1] ?? '' }
}

/** Keeps the first period that the page shows, so that what is typed stays where it was typed. */
export function keepFacts(page: Y.Doc, createdAt: number): void {
  const facts = readPlanFacts(page)
  const inUse = factsInUse(facts, createdAt)
  if (inUse.firstPeriod !== facts.firstPeriod) setPlanFacts(page, { firstPeriod: inUse.firstPeriod })
}

export interface NewPlanRow {
  title?: string
  /** Put it before this row; last when left out. */
  before?: string
  values?: Readonly<Record<string, PlainValue | undefined>>
}

/** Adds a row and gives its id. */
export function addPlanRow(
  page: Y.Doc,
  table: PlanTable,
  { title = '', before, values }: NewPlanRow,
): string {
  return planTables[table].add(page, [
    {
      texts: { [planTexts[table]]: title },
      ...(before !== undefined && { before }),
      ...(values && { values }),
    },
  ])[0]!
}

/** What a new source of a kind begins with. */
export function newSourceValues(kind: SourceKind): Record<string, PlainValue> {
  const certain = kind === 'sales' || kind === 'memberCapital' || kind === 'inKind'
  return {
    kind,
    status: kind === 'sales' ? 'planned' : 'idea',
    probability: certain ? 80 : 50,
    recurring: kind === 'sales',
  }
}

/** The row's title, for those who type in it together. */
export function openTitle(page: Y.Doc, table: PlanTable, id: string): SharedText | undefined {
  return planTables[table].text(page, id, planTexts[table])
}

/** Replaces a title whole, as a paste does; only what differs is touched. */
export function replaceTitle(page: Y.Doc, table: PlanTable, id: string, title: string): void {
  const text = openTitle(page, table, id)
  const change = text && changeBetween(text.read(), title, title.length)
  if (text && change) text.change([change])
}

/** Puts a deleted row back in its place with all it held. Does nothing when it is there. */
export function bringBackRow(page: Y.Doc, { table, row }: PlanRow): void {
  if (planTables[table].has(page, row.id)) return
  if (planTables[table].container(page).has(row.id)) return planTables[table].show(page, [row.id])
  const { id, ...rest } = row
  const text = planTexts[table]
  const values: Record<string, PlainValue> = {}
  let title = ''
  for (const [key, value] of Object.entries(rest) as [string, PlainValue][]) {
    if (key === text) title = String(value)
    else if (value !== null && typeof value === 'object' && !Array.isArray(value) && key !== 'reference')
      for (const [inner, cell] of Object.entries(value)) values[`${key}.${inner}`] = cell
    else values[key] = value
  }
  planTables[table].add(page, [{ id, texts: { [text]: title } }])
  planTables[table].set(page, id, values)
}

/** Takes rows away for good that were deleted before `before` (ms since 1970). */
export function purgeRows(page: Y.Doc, before: number): void {
  for (const table of Object.values(planTables)) table.purge(page, before)
}

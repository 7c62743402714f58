// Notes of a whiteboard become elements of an impact chain or rows of a financing plan, each with the way back.
import type * as Y from 'yjs'
import { divideRounded, roundedProduct, splitEvenly } from '../money/round'
import type { FoundAmount } from '../money/amountInText'
import { periodsPerYear } from '../financing/periods'
import { periodNames } from '../financing/periodNames'
import { kindOfStep, type Step } from '../impact/steps'
import type { Reference } from './businessModel'
import { localOrigin } from './control'
import { planTables, planTexts, readPlanFacts, type PlanFacts, type PlanTable } from './financingPlan'
import { chainTables, chainTexts } from './impactChain'
import { factsInUse, keepFacts, newSourceValues } from './planRows'
import type { PlainValue } from './recordTable'

export interface TakenNote {
  readonly text: string
  /** Where it comes from. */
  readonly source: Reference
  /** The amount that its text names. */
  readonly amount?: FoundAmount | null
}

/** Adds notes last in a column, in one step: the first line becomes the title. Gives the elements' ids. */
export function takeIntoChain(page: Y.Doc, notes: readonly TakenNote[], step: Step): string[] {
  const empty = Object.fromEntries(chainTexts.elements.map((key) => [key, '']))
  const ids = chainTables.elements.prepare(
    page,
    notes.map(({ text, source }) => {
      const [title = '', ...rest] = text.trim().split('\n')
      return {
        texts: { ...empty, title: title.trim(), description: rest.join('\n').trim() },
        values: { ...kindOfStep(step), negative: false, source: { ...source } },
      }
    }),
  )
  chainTables.elements.show(page, ids)
  return ids
}

/**
 * Adds notes as rows of a table, in one step, with their amounts where the row takes one. Gives the rows' ids.
 * @param createdAt when the page was made, for the periods of a plan that nobody has set up.
 */
export function takeIntoPlan(
  page: Y.Doc,
  notes: readonly TakenNote[],
  table: PlanTable,
  createdAt: number,
): string[] {
  const facts = factsInUse(readPlanFacts(page), createdAt)
  return page.transact(() => {
    keepFacts(page, createdAt)
    return planTables[table].add(
      page,
      notes.map(({ text, source, amount }) => ({
        texts: { [planTexts[table]]: text.trim().replace(/\s+/g, ' ') },
        values: {
          ...(table === 'sources' && newSourceValues('grant')),
          ...(table === 'fixedCosts' && { category: 'other' }),
          ...(amount && takesAmount(table) && amountValues(amount, facts)),
          reference: { ...source },
        },
      })),
    )
  }, localOrigin)
}

/** Whether rows of a table have an amount of their own; a role has a salary, and a variable cost follows sales. */
export function takesAmount(table: PlanTable): boolean {
  return table === 'sources' || table === 'fixedCosts'
}

/**
 * An amount that comes once is a total over the plan. One that comes every month, quarter or year stands in each period
 * when that is at least as long; in shorter periods each year's or quarter's amount is divided equally.
 */
export function amountValues(
  { amount, per }: FoundAmount,
  facts: Pick<PlanFacts, 'periodType' | 'firstPeriod' | 'periodCount'>,
): Record<string, PlainValue> {
  const periods = periodNames(facts.periodType, facts.firstPeriod, facts.periodCount)
  if (per === null || periods.length === 0) return { total: amount }
  const times = periodsPerYear[per]
  const perYear = periodsPerYear[facts.periodType]
  const inPeriod = (at: number) =>
    times >= perYear
      ? roundedProduct([amount, times], perYear)
      : splitEvenly(amount, divideRounded(perYear, times))[at % (perYear / times)]!
  return Object.fromEntries(periods.map((period, at) => [`amount.${period}`, inPeriod(at)]))
}

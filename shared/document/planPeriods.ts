// Another kind of period for a whole plan: what was written by quarter goes on by month, and the other way.
import type * as Y from 'yjs'
import { convertCells, convertCount, lastWithin } from '../financing/convertPeriods'
import type { PeriodType } from '../financing/input'
import { samePeriod } from '../financing/periodNames'
import {
  planTables,
  setPlanFacts,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  type PlanFacts,
} from './financingPlan'
import { localOrigin } from './control'
import type { PlainValue } from './recordTable'
import type { RecordView } from './recordView'

type Values = Record<string, PlainValue | undefined>

function recordsOf<T>(view: RecordView<T>): readonly T[] {
  const records = view.records()
  view.close()
  return records
}

/** Changes the plan's kind of period in one step. Sums stay; a loan's and a claim's numbers of periods follow. */
export function changePeriodType(page: Y.Doc, facts: PlanFacts, to: PeriodType): void {
  const from = facts.periodType
  const cells = (name: string, held: Readonly<Record<string, number>>): Values => ({
    ...Object.fromEntries(Object.keys(held).map((period) => [`${name}.${period}`, undefined])),
    ...Object.fromEntries(
      Object.entries(convertCells(held, from, to)).map(([period, amount]) => [`${name}.${period}`, amount]),
    ),
  })
  const begins = (period: string) => samePeriod(from, period, to) ?? ''
  const ends = (period: string) => lastWithin(from, period, to)
  const count = (held: number | null) => held && convertCount(held, from, to)

  page.transact(() => {
    for (const row of recordsOf(viewSources(page)))
      planTables.sources.set(page, row.id, {
        ...cells('amount', row.amount),
        ...cells('units', row.units),
        ...cells('hours', row.hours),
        cofinancingFrom: begins(row.cofinancingFrom),
        cofinancingTo: ends(row.cofinancingTo),
        ...(row.kind === 'loan' && {
          'loan.disbursed': begins(row.loan.disbursed),
          'loan.interestOnlyPeriods': count(row.loan.interestOnlyPeriods),
          'loan.amortisationPeriods': count(row.loan.amortisationPeriods),
        }),
        ...(row.claim.on && {
          'claim.from': begins(row.claim.from),
          'claim.to': ends(row.claim.to),
          'claim.paymentLagPeriods': count(row.claim.paymentLagPeriods),
        }),
      })
    for (const row of recordsOf(viewPersonnel(page)))
      planTables.personnel.set(page, row.id, { from: begins(row.from), to: ends(row.to) })
    for (const row of recordsOf(viewFixedCosts(page)))
      planTables.fixedCosts.set(page, row.id, cells('amount', row.amount))
    setPlanFacts(page, {
      periodType: to,
      firstPeriod: begins(facts.firstPeriod),
      periodCount: Math.min(120, convertCount(facts.periodCount, from, to)),
    })
  }, localOrigin)
}

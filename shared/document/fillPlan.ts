// A whole plan into a page, for examples and templates.
import type * as Y from 'yjs'
import type { FinancingInput } from '../financing/input'
import { planTables, setPlanFacts } from './financingPlan'

const perPeriod = (kind: string, values: readonly number[] | undefined, periods: readonly string[]) =>
  Object.fromEntries((values ?? []).map((value, at) => [`${kind}.${periods[at]}`, value]))

/**
 * Types a plan into an empty page, row by row and with the rows' own ids. Of several contribution rates for one role
 * the page keeps that it is the reduced one for the young; the dates come from the plan's parameters.
 */
export function fillPlan(page: Y.Doc, { periods, ...input }: FinancingInput): void {
  setPlanFacts(page, {
    periodType: input.periodType,
    firstPeriod: periods[0]!,
    periodCount: periods.length,
    openingCash: input.openingCash,
    liquidityBuffer: input.liquidityBuffer,
  })
  planTables.personnel.add(
    page,
    input.personnel.map((role) => ({
      id: role.id,
      texts: { title: role.title },
      values: {
        ftePercent: role.ftePercent,
        from: role.from,
        to: role.to,
        contribution: role.employerContributionBp.length > 1 ? 'youth' : 'ordinary',
        otherOnCostBp: role.otherOnCostBp,
        ...Object.fromEntries(
          Object.entries(role.monthlySalaryFullTime).map(([year, ore]) => [`salary.${year}`, ore]),
        ),
      },
    })),
  )
  planTables.fixedCosts.add(
    page,
    input.fixedCosts.map((cost) => ({
      id: cost.id,
      texts: { title: cost.title },
      values: {
        category: cost.category,
        total: cost.totalSplitEvenly,
        ...perPeriod('amount', cost.amounts, periods),
      },
    })),
  )
  planTables.variableCosts.add(
    page,
    input.variableCosts.map((cost) => ({
      id: cost.id,
      texts: { title: cost.title },
      values: { category: cost.category, percentOfSalesBp: cost.percentOfSalesBp, of: cost.of },
    })),
  )
  planTables.sources.add(
    page,
    input.sources.map((source) => ({
      id: source.id,
      texts: { funder: source.funder },
      values: {
        kind: source.kind,
        status: source.status,
        probability: source.probability,
        restricted: source.restricted,
        recurring: source.recurring,
        cofinances: source.cofinances,
        cofinancingFrom: source.cofinancingPeriods?.[0],
        cofinancingTo: source.cofinancingPeriods?.at(-1),
        unitPrice: source.unitPrice,
        rate: source.rate,
        countsAsCofinancing: source.countsAsCofinancing,
        ...perPeriod('amount', source.amounts, periods),
        ...perPeriod('units', source.units, periods),
        ...perPeriod('hours', source.hours, periods),
        ...Object.fromEntries(
          Object.entries(source.loan ?? {}).map(([key, value]) => [`loan.${key}`, value]),
        ),
        ...(source.claim && { 'claim.on': true }),
        ...Object.fromEntries(
          Object.entries(source.claim ?? {}).map(([key, value]) => [`claim.${key}`, value]),
        ),
      },
    })),
  )
}

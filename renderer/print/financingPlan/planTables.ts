// Money in, people, costs and cash of a plan, period by period.
import { isIncluded, isInKind } from '../../../shared/financing/sources'
import { plannedCost, plannedSeries } from '../../../shared/financing/plannedSeries'
import type { FinancingPlan } from '../../../shared/financing/result'
import type { Source } from '../../../shared/financing/input'
import { costCategories, scenarioNames } from '../../../shared/document/financingPlan'
import { sumSeries } from '../../../shared/money/round'
import type { Stack } from '../stack'
import { addPeriodTable, type PeriodRow } from './periodTable'
import type { PrintedPlan } from './printedPlan'

/** Closing cash of the three scenarios. */
export function addCash(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  addPeriodTable(stack, printed, {
    heading: printed.words('chart.title'),
    rows: scenarioNames.map((name) => ({
      name: printed.words(`scenario.${name}`),
      series: plan.scenarios[name].closingCash,
      sum: 'none',
      ...(name === 'base' && { tone: 'total' as const }),
    })),
  })
}

export function addSources(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  const { input, text, words } = printed
  const base = plan.scenarios.base
  const counted = sumSeries([base.operatingReceipts, base.financingReceipts], input.periods.length)
  const cash = input.sources.filter((source) => !isInKind(source))
  addPeriodTable(stack, printed, {
    heading: words('group.sources.title'),
    lead: text('plan.sourcesLead'),
    about: words('column.status'),
    rows:
      cash.length === 0
        ? []
        : [
            ...cash.flatMap((source) => sourceRows(printed, plan, source)),
            { name: text('plan.sumIn'), series: counted, tone: 'total' },
          ],
  })
  addPeriodTable(stack, printed, {
    heading: words('kind.inKind'),
    lead: words('kindHelp.inKind'),
    about: words('column.status'),
    rows: input.sources.filter(isInKind).flatMap((source) => sourceRows(printed, plan, source)),
  })
}

function sourceRows(
  { input, text, words, write }: PrintedPlan,
  plan: FinancingPlan,
  source: Source,
): PeriodRow[] {
  const isLeftOut = !isInKind(source) && !isIncluded(source, input.scenarios.base)
  const state = `${words(`kind.${source.kind}`)}, ${words(`status.${source.status}`).toLocaleLowerCase()}`
  const sure = text('plan.probability', { percent: source.probability })
  const isCounted = !isInKind(source) && !isLeftOut
  const rows: PeriodRow[] = [
    {
      name: { own: write.nameOf(source.id) },
      about: [state, sure, isLeftOut && text('plan.leftOut')].filter(Boolean).join('\n'),
      series: isCounted
        ? (plan.scenarios.base.receipts[source.id] ?? [])
        : plannedSeries(source, input, plan),
      ...(isLeftOut && { tone: 'left-out' as const }),
    },
  ]
  if (source.units)
    rows.push({
      name: text('plan.units', { price: write.kronor(source.unitPrice ?? 0) }),
      series: source.units,
      unit: 'count',
      tone: 'detail',
    })
  if (source.hours)
    rows.push({
      name: text('plan.hours', { rate: write.kronor(source.rate ?? 0) }),
      series: source.hours,
      unit: 'count',
      tone: 'detail',
    })
  return rows
}

export function addPersonnel(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  const { input, text, words, write } = printed
  const all = input.personnel.map(({ id }) => plan.personnel[id] ?? [])
  const together = (part: 'gross' | 'employer' | 'other') =>
    sumSeries(
      all.map((costs) => costs.map((cost) => cost[part])),
      input.periods.length,
    )
  addPeriodTable(stack, printed, {
    heading: words('group.personnel.title'),
    lead: text('plan.personnelLead'),
    about: words('unit.ftePercent'),
    rows:
      input.personnel.length === 0
        ? []
        : [
            ...input.personnel.map((role, at) => ({
              name: { own: write.nameOf(role.id) },
              about: write.share(Math.round(role.ftePercent * 100)),
              series: all[at]!.map((cost) => cost.total),
            })),
            { name: text('plan.sumPersonnel'), series: plan.personnelTotalByPeriod, tone: 'total' },
            ...(['gross', 'employer', 'other'] as const).map((part) => ({
              name: text(`plan.part.${part}`),
              series: together(part),
              tone: 'detail' as const,
            })),
          ],
  })
}

export function addCosts(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  const { input, text, words, write } = printed
  const base = plan.scenarios.base
  const category = (name: string) =>
    (costCategories as readonly string[]).includes(name) ? words(`category.${name}`) : name
  const count = input.periods.length
  addPeriodTable(stack, printed, {
    heading: words('group.fixedCosts.title'),
    about: words('details.category'),
    rows:
      input.fixedCosts.length === 0
        ? []
        : [
            ...input.fixedCosts.map((cost) => ({
              name: { own: write.nameOf(cost.id) },
              about: category(cost.category),
              series: base.payments[cost.id] ?? plannedCost(cost, input),
            })),
            {
              name: text('plan.sumFixed'),
              series: sumSeries(
                input.fixedCosts.map(({ id }) => base.payments[id] ?? []),
                count,
              ),
              tone: 'total',
            },
          ],
  })
  addPeriodTable(stack, printed, {
    heading: words('group.variableCosts.title'),
    about: words('details.category'),
    rows:
      input.variableCosts.length === 0
        ? []
        : [
            ...input.variableCosts.map((cost) => ({
              name: { own: write.nameOf(cost.id) },
              about: `${category(cost.category)}\n${write.share(cost.percentOfSalesBp)} ${
                cost.of === undefined
                  ? words('row.ofAllSales')
                  : words('row.ofSales', { source: write.nameOf(cost.of) })
              }`,
              series: base.payments[cost.id] ?? [],
            })),
            {
              name: text('plan.sumVariable'),
              series: sumSeries(
                input.variableCosts.map(({ id }) => base.payments[id] ?? []),
                count,
              ),
              tone: 'total',
            },
          ],
  })
}

/** How the cash of the base scenario comes about. */
export function addCashFlow(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  const { text, words } = printed
  const base = plan.scenarios.base
  const out = (series: readonly number[]) => series.map((amount) => 0 - amount)
  addPeriodTable(stack, printed, {
    heading: text('plan.cashFlow'),
    lead: text('plan.cashFlowLead', { opening: printed.write.kronor(printed.input.openingCash) }),
    rows: [
      { name: text('plan.flow.operatingReceipts'), series: base.operatingReceipts },
      { name: text('plan.flow.financingReceipts'), series: base.financingReceipts },
      { name: text('plan.flow.operatingPayments'), series: out(base.operatingPayments), unit: 'outflow' },
      { name: text('plan.flow.investment'), series: out(base.investment), unit: 'outflow' },
      { name: words('line.loanInterest'), series: out(base.payments.loanInterest ?? []), unit: 'outflow' },
      {
        name: words('line.loanAmortisation'),
        series: out(base.payments.loanAmortisation ?? []),
        unit: 'outflow',
      },
      { name: words('line.netCashFlow'), series: base.netCashFlow, tone: 'total' },
      { name: words('line.closingCash'), series: base.closingCash, sum: 'none', tone: 'total' },
    ],
  })
}

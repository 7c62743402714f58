// The rows of a plan that can't be computed yet: what is in them, without figures.
import type { Stack } from '../stack'
import type { PrintedPlan } from './printedPlan'

export function addBareRows(stack: Stack, { input, text, words, write }: PrintedPlan): void {
  const amounts = (row: {
    amounts?: readonly number[] | undefined
    totalSplitEvenly?: number | undefined
  }) =>
    row.totalSplitEvenly !== undefined
      ? write.kronor(row.totalSplitEvenly)
      : (row.amounts ?? [])
          .map((ore, at) => (ore === 0 ? '' : `${write.period(input.periods[at]!)}: ${write.kronor(ore)}`))
          .filter(Boolean)
          .join('\n')
  const groups = [
    {
      heading: words('group.sources.title'),
      rows: input.sources.map((source) => [
        write.nameOf(source.id),
        `${words(`kind.${source.kind}`)}, ${words(`status.${source.status}`).toLocaleLowerCase()}`,
        amounts(source),
      ]),
    },
    {
      heading: words('group.personnel.title'),
      rows: input.personnel.map((role) => [
        write.nameOf(role.id),
        write.share(Math.round(role.ftePercent * 100)),
        Object.entries(role.monthlySalaryFullTime)
          .map(([year, ore]) => `${year}: ${write.kronor(ore)}`)
          .join('\n'),
      ]),
    },
    {
      heading: words('group.fixedCosts.title'),
      rows: input.fixedCosts.map((cost) => [write.nameOf(cost.id), cost.category, amounts(cost)]),
    },
    {
      heading: words('group.variableCosts.title'),
      rows: input.variableCosts.map((cost) => [
        write.nameOf(cost.id),
        cost.category,
        write.share(cost.percentOfSalesBp),
      ]),
    },
  ]
  for (const { heading, rows } of groups)
    stack.addTable({
      heading,
      continued: text('continued', { name: heading }),
      columns: [
        { head: words('column.title') },
        { head: words('column.status') },
        { head: text('plan.value') },
      ],
      rows: rows.map(([name = '', about = '', value = '']) => ({
        cells: [{ own: name }, { own: about }, value],
      })),
    })
}

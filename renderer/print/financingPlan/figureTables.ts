// How each figure comes about, and the values set by law or a programme that the plan rests on.
import { explainFigures, type Quantity } from '../../../shared/financing/explain'
import type { FinancingPlan } from '../../../shared/financing/result'
import { showQuantity } from '../../features/financingPlan/showQuantity'
import type { Stack } from '../stack'
import type { PrintedPlan } from './printedPlan'

export function addFigures(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  const { input, printing, text, words, write } = printed
  const show = (quantity: Quantity, exactly: boolean) =>
    showQuantity(quantity, { t: words, locale: printing.locale, periodType: input.periodType }, exactly)
  const heading = text('plan.explained')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    lead: text('plan.explainedLead'),
    columns: [
      { head: text('plan.figure'), width: '66mm' },
      { head: text('plan.value'), width: '30mm', isNumber: true },
      { head: words('figures.computed') },
    ],
    rows: explainFigures(input, plan, 'base').map((figure) => ({
      cells: [
        {
          own: words(`figure.${figure.name}.label`, {
            of: figure.name === 'cofinancing' && figure.of !== null ? write.nameOf(figure.of) : figure.of,
          }),
        },
        show(figure.value, false),
        words(
          `figure.${figure.name}.formula`,
          Object.fromEntries(Object.entries(figure.terms).map(([key, value]) => [key, show(value, true)])),
        ),
      ],
    })),
  })
}

export function addParameters(stack: Stack, { parts, text, words, write }: PrintedPlan): void {
  const heading = text('plan.parameters')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [
      { head: text('plan.parameter'), width: '84mm' },
      { head: text('plan.value'), width: '30mm', isNumber: true },
      { head: text('plan.from'), width: '30mm' },
      { head: text('plan.to'), width: '30mm' },
      { head: text('plan.source') },
    ],
    rows: parts.parameters.map(({ key, unit, value, from, to, source }) => ({
      cells: [
        words(`parameter.${key}`),
        unit === 'ore' ? write.kronor(value) : write.share(value),
        from ?? words('parameters.longAgo'),
        to ?? '–',
        { own: source },
      ],
    })),
  })
}

// The social return on investment, where the chain counts it: never without all that it rests on.
import { isInvalidInput } from '../../../shared/checks/invalidInput'
import { sroiOf } from '../../../shared/impact/sroiOf'
import type { Stack } from '../stack'
import type { PrintedChain } from './printedChain'

export function addReturn(stack: Stack, printed: PrintedChain): void {
  const { chain, text, words, kronor, share, nameOf, number } = printed
  if (!chain.facts.sroiOn || chain.sroiLines.length === 0) return
  const range = sroiOf(chain)
  const ratio = (hundredths: number | null) => (hundredths === null ? '–' : number(hundredths / 100))
  const heading = words('panel.sroi')
  const result = isInvalidInput(range)
    ? words('sroi.unreadable')
    : [
        range.expected.ratioHundredths === null
          ? words('sroi.noInputs')
          : `${words('sroi.range', {
              low: ratio(range.low.ratioHundredths),
              high: ratio(range.high.ratioHundredths),
            })} (${words('sroi.expected')}: ${ratio(range.expected.ratioHundredths)}).`,
        words('sroi.rangeHelp'),
      ].join(' ')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    lead: `${words('sroi.warning')} ${result}`,
    note: `${words('sroi.valueOfInputs')}: ${kronor(chain.facts.valueOfInputs)}. ${words('sroi.discountRate')}: ${share(chain.facts.discountRateBp)}. ${words('sroi.formula')}`,
    columns: [
      { head: words('sroi.outcome'), width: '62mm' },
      { head: words('sroi.quantity'), width: '18mm', isNumber: true },
      { head: words('sroi.proxy'), width: '30mm', isNumber: true },
      { head: words('sroi.years'), width: '18mm', isNumber: true },
      ...(['deadweightBp', 'displacementBp', 'attributionBp', 'dropOffBp'] as const).map((key) => ({
        head: words(`sroi.${key}`),
        width: '23mm',
        isNumber: true,
      })),
      { head: words('sroi.proxySource') },
    ],
    rows: chain.sroiLines.map((line) => ({
      cells: [
        { own: nameOf(line.outcome) },
        number(line.quantity),
        kronor(line.proxySekOre),
        number(line.years),
        share(line.deadweightBp),
        share(line.displacementBp),
        share(line.attributionBp),
        share(line.dropOffBp),
        { own: line.proxySource },
      ],
    })),
  })
}

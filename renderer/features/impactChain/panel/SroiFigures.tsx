import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { isInvalidInput } from '../../../../shared/checks/invalidInput'
import { sroiRange } from '../../../../shared/impact/sroiRange'
import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { useNumbers } from '../useNumbers'
import css from './sroi.module.css'

/** What comes of the assumptions, as a range, with a plain warning. */
export function SroiFigures() {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { facts, sroiLines } = useChainData()
  const range = useMemo(
    () =>
      sroiRange({
        lines: sroiLines.map(({ order: _order, proxySource: _source, ...line }) => line),
        discountRateBp: facts.discountRateBp,
        valueOfInputs: facts.valueOfInputs,
      }),
    [facts, sroiLines],
  )
  const unsourced = sroiLines.filter((line) => line.proxySource.trim() === '').length
  if (sroiLines.length === 0) return <p>{t('sroi.noLines')}</p>
  if (isInvalidInput(range)) return <p>{t('sroi.unreadable')}</p>
  const { low, expected, high } = range
  return (
    <section className={css.figures} aria-label={t('sroi.result')}>
      <p className={css.warning}>
        <TriangleAlert aria-hidden="true" />
        {t('sroi.warning')}
      </p>
      {expected.ratioHundredths === null ? (
        <p>{t('sroi.noInputs')}</p>
      ) : (
        <p className={css.range}>
          {t('sroi.range', {
            low: numbers.showRatio(low.ratioHundredths),
            high: numbers.showRatio(high.ratioHundredths),
          })}
        </p>
      )}
      <dl className={css.list}>
        <dt>{t('sroi.expected')}</dt>
        <dd>{numbers.showRatio(expected.ratioHundredths)}</dd>
        <dt>{t('sroi.presentValue')}</dt>
        <dd>{numbers.showAmount(expected.totalPresentValue)}</dd>
        <dt>{t('sroi.netValue')}</dt>
        <dd>{numbers.showAmount(expected.netPresentValue)}</dd>
      </dl>
      <p className={css.quiet}>{t('sroi.rangeHelp')}</p>
      <p className={css.quiet}>{t('sroi.formula')}</p>
      {unsourced > 0 && <p className={css.quiet}>{t('sroi.unsourced', { count: unsourced })}</p>}
    </section>
  )
}

import { useMemo } from 'react'
import { formatKronor } from '../../../shared/money/format'
import type { Cost } from '../../../shared/links/carryCosts'
import type { ThreadIndicator } from '../../../shared/links/thread'
import { useFormat } from '../../ui/format'
import { localeOf, useLanguage, useText } from '../../ui/language'

export interface Figures {
  money(ore: number | null): string
  /** With "at least" where something on the way has no cost. */
  cost(cost: Cost): string
  measured(indicator: ThreadIndicator): string
  /** Null when it can't be told. */
  each(indicator: ThreadIndicator): string | null
  /** If the target is reached; null when it can't be told, or the target is what was measured. */
  eachAtTarget(indicator: ThreadIndicator): string | null
}

/** Figures as the reader's language writes them. */
export function useFigures(): Figures {
  const t = useText('thread')
  const locale = localeOf[useLanguage()]
  const format = useFormat()
  return useMemo(() => {
    // In text that runs the other way an amount would be turned about its unit.
    const [open, close] = document.dir === 'rtl' ? ['\u2068', '\u2069'] : ['', '']
    const money = (ore: number | null) =>
      ore === null ? t('figure.unknown') : open + formatKronor(ore, locale) + close
    return {
      money,
      cost: ({ amount, isWhole }) =>
        amount === null || isWhole ? money(amount) : t('figure.partly', { amount: money(amount) }),
      measured: ({ latest, unit }) =>
        latest === null
          ? t('figure.notMeasured')
          : t('figure.latest', { value: format.number(latest), unit }).trim(),
      each: ({ costPerUnit }) =>
        costPerUnit === null ? null : t('figure.each', { amount: money(costPerUnit) }),
      eachAtTarget: ({ costPerUnit, costPerUnitAtTarget }) =>
        costPerUnitAtTarget === null || costPerUnitAtTarget === costPerUnit
          ? null
          : t('figure.eachAtTarget', { amount: money(costPerUnitAtTarget) }),
    }
  }, [t, locale, format])
}

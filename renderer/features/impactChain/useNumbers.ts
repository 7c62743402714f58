// Numbers, amounts and shares as the reader writes and reads them.
import { useMemo } from 'react'
import { localeOf, useLanguage } from '../../ui/language'
import { formatBasisPoints, formatKronor, writeDecimal } from '../../../shared/money/format'
import { parseAmount, parseBasisPoints, parseNumber, parseWhole } from '../../../shared/money/parseAmount'

function numbersOf(locale: string) {
  const plain = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 })
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
  const ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return {
    /** A measured value to read. */
    show: (value: number) => shown.format(value),
    /** A ratio in hundredths, with both decimals; an en dash for none. */
    showRatio: (hundredths: number | null) => (hundredths === null ? '–' : ratio.format(hundredths / 100)),
    /** A measured value to edit. */
    write: (value: number | null | undefined) =>
      value === null || value === undefined ? '' : plain.format(value),
    read: (text: string) => parseNumber(text, locale),
    readWhole: (text: string) => parseWhole(text, locale),
    /** öre */
    readAmount: (text: string) => parseAmount(text, locale),
    writeAmount: (ore: number) => writeDecimal(ore, 2, locale),
    showAmount: (ore: number) => formatKronor(ore, locale),
    readShare: (text: string) => parseBasisPoints(text, locale),
    writeShare: (basisPoints: number) => writeDecimal(basisPoints, 2, locale),
    showShare: (basisPoints: number | null) => formatBasisPoints(basisPoints, locale),
  }
}
export type Numbers = ReturnType<typeof numbersOf>

export function useNumbers(): Numbers {
  const language = useLanguage()
  return useMemo(() => numbersOf(localeOf[language]), [language])
}

import type { Quantity } from '../../../shared/financing/explain'
import type { PeriodType } from '../../../shared/financing/input'
import {
  formatBasisPoints,
  formatKronor,
  formatKronorAndOre,
  formatWhole,
} from '../../../shared/money/format'
import type { Text } from '../../ui/language'
import { enDash } from './cellText'
import { periodLabel } from './periodLabel'

/** `exactly`: öre are shown where there are any, so that a sum can be followed. */
export function showQuantity(
  quantity: Quantity,
  { t, locale, periodType }: { t: Text; locale: string; periodType: PeriodType },
  exactly = false,
): string {
  if (quantity.value === null) return enDash
  switch (quantity.unit) {
    case 'ore':
      return exactly && quantity.value % 100 !== 0
        ? formatKronorAndOre(quantity.value, locale)
        : formatKronor(quantity.value, locale)
    case 'basisPoints':
      return formatBasisPoints(quantity.value, locale)
    case 'count':
      return formatWhole(quantity.value, locale)
    case 'period':
      return periodLabel(periodType, quantity.value, t, locale)
    case 'words':
      return quantity.value
  }
}

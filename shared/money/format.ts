// How money and shares look to a reader. For display only: never feed the result back into a computation.
import { divideRounded } from './round'

const noBreakSpace = '\u00a0'
const minus = '\u2212'
const enDash = '\u2013'

/** Whole kronor, rounded from öre: `1 234 567 kr` in Swedish, `1,234,567 kr` in English. */
export function formatKronor(ore: number, locale: string): string {
  const kronor = divideRounded(ore, 100)
  return `${sign(kronor)}${group(Math.abs(kronor), locale)}${noBreakSpace}kr`
}

/** As {@link formatKronor} without the unit, for columns whose head says it. */
export function formatWholeKronor(ore: number, locale: string): string {
  const kronor = divideRounded(ore, 100)
  return `${sign(kronor)}${group(Math.abs(kronor), locale)}`
}

/** A whole number with its groups: `1 200`. */
export function formatWhole(value: number, locale: string): string {
  return `${sign(value)}${group(Math.abs(value), locale)}`
}

/**
 * A scaled whole number as one types it, nothing rounded and without groups: 123450 with two decimals is `1234,50`,
 * and 123400 is `1234`. Spreadsheets read it too.
 */
export function writeDecimal(value: number, decimals: number, locale: string): string {
  const scale = 10 ** decimals
  const all = Math.abs(value)
  const rest = all % scale
  const fraction = rest === 0 ? '' : decimalOf(locale) + String(rest).padStart(decimals, '0')
  return `${value < 0 ? '-' : ''}${(all - rest) / scale}${fraction}`
}

const decimalOf = (locale: string) => (isSwedish(locale) ? ',' : '.')

/** Kronor with two decimals, nothing rounded: `1 234 567,05 kr` in Swedish. */
export function formatKronorAndOre(ore: number, locale: string): string {
  const all = Math.abs(ore)
  const rest = String(all % 100).padStart(2, '0')
  const whole = group((all - (all % 100)) / 100, locale)
  return `${sign(ore)}${whole}${decimalMark(locale)}${digitsIn(rest, locale)}${noBreakSpace}kr`
}

/** Basis points as per cent with one decimal: `72,0 %` in Swedish, `72.0%` in English; an en dash for null. */
export function formatBasisPoints(basisPoints: number | null, locale: string): string {
  if (basisPoints === null) return enDash
  const tenths = divideRounded(basisPoints, 10)
  const all = Math.abs(tenths)
  const whole = group((all - (all % 10)) / 10, locale)
  const space = isSwedish(locale) ? noBreakSpace : ''
  return `${sign(tenths)}${whole}${decimalMark(locale)}${digitsIn(String(all % 10), locale)}${space}%`
}

/** A rate as it is set by law or agreement, nothing rounded: `31,42 %`, `40 %`. */
export function formatRate(basisPoints: number, locale: string): string {
  const space = isSwedish(locale) ? noBreakSpace : ''
  return `${writeDecimal(basisPoints, 2, locale).replace('-', minus)}${space}%`
}

function sign(value: number): string {
  return value < 0 ? minus : ''
}

const isSwedish = (locale: string) => /^sv\b/i.test(locale)

/** Swedish is written out here, so that it looks the same whatever language data the machine carries. */
function group(whole: number, locale: string): string {
  if (isSwedish(locale)) return String(whole).replace(/\B(?=(\d{3})+$)/g, noBreakSpace)
  return numberFormat(locale).format(whole)
}

function digitsIn(digits: string, locale: string): string {
  if (isSwedish(locale)) return digits
  return digits.replace(/\d/g, (digit) => numberFormat(locale).format(Number(digit)))
}

function decimalMark(locale: string): string {
  if (isSwedish(locale)) return ','
  const parts = numberFormat(locale).formatToParts(0.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string): Intl.NumberFormat {
  let format = formats.get(locale)
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })))
  return format
}

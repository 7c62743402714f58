// Reads amounts, percentages and counts as people write them, and as spreadsheets paste them. What could mean two
// things is not guessed at.

/** `empty`: nothing is written; `unreadable`: it is no number, or one that could mean two different ones. */
export type Parsed = number | 'empty' | 'unreadable'

/** Kronor as written (`1 234,50 kr`, `−5`, `(1 200)`) as öre, rounded to the nearest. */
export function parseAmount(text: string, locale: string): Parsed {
  return parseScaled(text, locale, 2)
}

/** Per cent as written (`31,42 %`) as basis points. */
export function parseBasisPoints(text: string, locale: string): Parsed {
  return parseScaled(text, locale, 2)
}

/** A whole number, of units or hours. */
export function parseWhole(text: string, locale: string): Parsed {
  const parsed = parseScaled(text, locale, 2)
  if (typeof parsed !== 'number') return parsed
  return parsed % 100 === 0 ? parsed / 100 : 'unreadable'
}

/** A measured value with up to four decimals: `12,5`, `−0,125`. */
export function parseNumber(text: string, locale: string): Parsed {
  const parsed = parseScaled(text, locale, 4)
  return typeof parsed === 'number' ? parsed / 10_000 : parsed
}

const spaces = /[\s\u00a0\u202f\u2009\u2007'’]/g
const minuses = /[-\u2212\u2013\u2012]/
const words = /(?:kr(?:onor)?\.?|sek|:-|st\.?|pcs|tim(?:mar)?\.?|h|%)$/i

/** The number times 10 to the power of `decimals`, as a whole number. */
function parseScaled(text: string, locale: string, decimals: number): Parsed {
  let rest = text.replace(spaces, '')
  if (rest === '') return 'empty'
  rest = rest.replace(/^(?:sek|kr)/i, '').replace(words, '')
  let isNegative = false
  const inBrackets = /^\((.*)\)$/.exec(rest)
  if (inBrackets) {
    isNegative = true
    rest = inBrackets[1]!.replace(words, '')
  } else if (minuses.test(rest[0] ?? '') || minuses.test(rest.at(-1) ?? '')) {
    isNegative = true
    rest = minuses.test(rest[0]!) ? rest.slice(1) : rest.slice(0, -1)
  } else if (rest.startsWith('+')) rest = rest.slice(1)
  const plain = withPoint(rest, /^sv\b/i.test(locale) ? ',' : '.')
  if (plain === null) return 'unreadable'
  const [whole = '', fraction = ''] = plain.split('.')
  const digits = BigInt((whole || '0') + fraction.slice(0, decimals).padEnd(decimals, '0'))
  const roundsUp = (fraction[decimals] ?? '0') >= '5'
  const value = Number(digits + (roundsUp ? 1n : 0n))
  if (!Number.isSafeInteger(value)) return 'unreadable'
  return isNegative ? 0 - value : value
}

/** Digits with a point for decimals and no signs between thousands; null when it is not clear which sign is which. */
function withPoint(text: string, decimalMark: ',' | '.'): string | null {
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return null
  const commas = text.split(',').length - 1
  const points = text.split('.').length - 1
  if (commas === 0 && points === 0) return text
  if (commas > 0 && points > 0) {
    const mark = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
    return grouped(text, mark === ',' ? '.' : ',', mark)
  }
  const sign = commas > 0 ? ',' : '.'
  if (commas + points > 1) return grouped(text, sign, null)
  const [whole = '', fraction = ''] = text.split(sign)
  const looksGrouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  if (!looksGrouped) return `${whole}.${fraction}`
  // `1,234`: thousands for who writes decimals with a point; for who does not, it could be either.
  return sign === decimalMark || decimalMark === ',' ? null : whole + fraction
}

/** Takes the signs between thousands away; null when they do not stand between groups of three. */
function grouped(text: string, between: string, mark: string | null): string | null {
  const at = mark === null ? text.length : text.indexOf(mark)
  if (mark !== null && text.indexOf(mark, at + 1) >= 0) return null
  const groups = text.slice(0, at).split(between)
  if (groups.slice(1).some((group) => !/^\d{3}$/.test(group)) || !/^\d{1,3}$/.test(groups[0]!)) return null
  const fraction = text.slice(at + 1)
  return /^\d*$/.test(fraction) ? `${groups.join('')}.${fraction}` : null
}

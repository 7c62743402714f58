// Picks an amount out of words: "Lokal 12 000 kr/kvartal". What could mean two things is left where it stands.
import { parseAmount, parseNumber } from './parseAmount'

export interface FoundAmount {
  /** Öre. */
  readonly amount: number
  /** How often it comes, where the words say so. */
  readonly per: 'month' | 'quarter' | 'year' | null
}

const spaces = /[\u00a0\u202f\u2009\u2007]/g
/** A number by itself: no part of a word, a date or a longer number. */
const numbers = /(?<![\p{L}\d.,:/])(?:\d{1,3}(?:[ .']\d{3})+(?!\d)|\d+)(?:[.,]\d+)*/gu
const thousand =
  /^ ?(?:tkr|tsek|ksek|kkr|tusen(?: (?:kr|kronor|sek))?|thousand(?: (?:kr|kronor|sek))?)(?![\p{L}\d])/iu
const million =
  /^ ?(?:mkr|mnkr|msek|mn|milj\.?|miljon(?:er)?|million(?:s)?)(?: (?:kr|kronor|sek))?(?![\p{L}\d])/iu
const krona = /^ ?(?:kr|kronor|sek)(?![\p{L}\d])\.?|^ ?:-|^:–|^ ?,-/iu
const before = /(?:^|[\s(])(?:sek|kr) ?$/i
const periods = {
  month: /^(?: ?\/ ?| per | i | a | each | every | varje )(?:månad(?:en)?|mån|month|mo)(?![\p{L}\d])/iu,
  quarter: /^(?: ?\/ ?| per | i | a | each | every | varje )(?:kvartal(?:et)?|kv|quarter|qtr)(?![\p{L}\d])/iu,
  year: /^(?: ?\/ ?| per | om | a | each | every | varje )(?:år(?:et)?|year|yr)(?![\p{L}\d])/iu,
}
/** A price for one of something, a product or a range: the amount itself is not said. */
const priceAfter =
  /^(?: ?\/| per | ?st(?:yck|\.)?(?![\p{L}\d])| each(?! \p{L})| ?[x×*]| ?[–−-] ?\d| till \d| to \d)/iu
const partBefore = /(?:[x×*@]|(?:^|\s)[àá]| st|\d ?[–−-]| till| to|%) ?$|(?:^|[\s(])[−-]$/iu

interface Candidate extends FoundAmount {
  readonly hasUnit: boolean
}

/**
 * The one amount that the text names; null when it names none, or several different ones, or when it can't be told which
 * is meant: a range, a price for each, a share, a sum below zero. A number without kronor counts only when it is 1 000
 * or more, no year, the only number there, and the last word of the text.
 * @param locale BCP 47, for what a comma and a point mean.
 */
export function amountInText(text: string, locale: string): FoundAmount | null {
  const plain = text.replace(spaces, ' ').replace(/\s+/g, ' ').trim()
  const found = [...plain.matchAll(numbers)]
  const read = found.map((match) => readCandidate(plain, match.index, match[0], locale))
  if (read.includes('unclear')) return null
  const candidates = read.filter((each): each is Candidate => each !== 'unclear' && each !== null)
  const named = candidates.filter(({ hasUnit }) => hasUnit)
  const choice = named.length > 0 ? named : found.length === 1 ? candidates : []
  const [first] = choice
  if (!first || choice.some(({ amount, per }) => amount !== first.amount || per !== first.per)) return null
  return { amount: first.amount, per: first.per }
}

/** `unclear`: there is money here, but not how much. Null: the number counts something else. */
function readCandidate(
  text: string,
  at: number,
  digits: string,
  locale: string,
): Candidate | 'unclear' | null {
  const ahead = text.slice(0, at)
  let rest = text.slice(at + digits.length)
  if (/^ ?(?:%|procent|percent|per cent)/i.test(rest)) return /kr|sek|:-/i.test(text) ? 'unclear' : null
  const unit =
    [million, thousand, krona].find((each) => each.test(rest)) ?? (before.test(ahead) ? before : null)
  if (unit && unit !== before) rest = rest.replace(unit, '')
  const period = (Object.keys(periods) as (keyof typeof periods)[]).find((name) => periods[name].test(rest))
  if (unit || period) {
    if (partBefore.test(ahead.replace(before, ' ')) || (!period && priceAfter.test(rest))) return 'unclear'
    if (period && /^(?: ?\/| per | ?[x×*])/iu.test(rest.replace(periods[period], ''))) return 'unclear'
  } else if (partBefore.test(ahead) || rest.replace(/[.!]$/, '').trim() !== '') return null
  const amount = oreOf(digits, unit === million ? 1_000_000 : unit === thousand ? 1000 : 1, locale)
  if (amount === null) return unit || period ? 'unclear' : null
  if (!unit && !period && (amount < 100_000 || /^(?:19|20)\d\d$/.test(digits))) return null
  return { amount, per: period ?? null, hasUnit: unit !== null || period !== undefined }
}

function oreOf(digits: string, factor: number, locale: string): number | null {
  if (factor === 1) {
    const amount = parseAmount(digits, locale)
    return typeof amount === 'number' ? amount : null
  }
  const number = parseNumber(digits, locale)
  if (typeof number !== 'number') return null
  const amount = Math.round(number * 10_000) * (factor / 100)
  return Number.isSafeInteger(amount) ? amount : null
}

// Exact whole-number arithmetic for money: nothing here ever holds a fraction in a float.

/** A result too large to be held exactly as a whole number (beyond ±(2^53 − 1)). */
export class AmountTooLarge extends Error {
  constructor() {
    super('The amount is too large to be computed exactly.')
    this.name = 'AmountTooLarge'
  }
}

function exactNumber(value: bigint): number {
  if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) throw new AmountTooLarge()
  return Number(value)
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new AmountTooLarge()
  return value + 0 // turns −0 into 0
}

/** `numerator / denominator` to the nearest whole number, halves away from zero. The denominator is not 0. */
export function divideRoundedBig(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const over = numerator < 0n ? -numerator : numerator
  const under = denominator < 0n ? -denominator : denominator
  const quotient = (2n * over + under) / (2n * under)
  return negative ? -quotient : quotient
}

/** As {@link divideRoundedBig} for safe integers. */
export function divideRounded(numerator: number, denominator: number): number {
  const rest = numerator % denominator
  const whole = (numerator - rest) / denominator
  // Compared as a difference, so that no step leaves the safe range.
  const roundsUp = Math.abs(rest) >= Math.abs(denominator) - Math.abs(rest)
  const away = numerator < 0 !== denominator < 0 ? -1 : 1
  return safe(roundsUp ? whole + away : whole)
}

/**
 * The product of whole numbers divided by `divisor`, rounded once, halves away from zero. Exact however large
 * the product is on the way. Throws {@link AmountTooLarge} when the result itself cannot be held.
 */
export function roundedProduct(factors: readonly number[], divisor: number): number {
  let product = 1
  for (const factor of factors) {
    product *= factor
    if (!Number.isSafeInteger(product)) return bigProduct(factors, divisor)
  }
  return divideRounded(product, divisor)
}

function bigProduct(factors: readonly number[], divisor: number): number {
  const product = factors.reduce((all, factor) => all * BigInt(factor), 1n)
  return exactNumber(divideRoundedBig(product, BigInt(divisor)))
}

/** `basisPoints` (1/100 %) of an amount in öre, rounded once. */
export function shareOf(amount: number, basisPoints: number): number {
  return roundedProduct([amount, basisPoints], 10_000)
}

/** The exact product of two whole numbers. */
export function times(a: number, b: number): number {
  return safe(a * b)
}

export function add(a: number, b: number): number {
  return safe(a + b)
}

export function subtract(a: number, b: number): number {
  return safe(a - b)
}

/** The exact sum; partial sums may not leave the safe range either. */
export function sum(amounts: readonly number[]): number {
  let total = 0
  for (const amount of amounts) total = safe(total + amount)
  return total
}

/** Sums by position: the first of every series, the second of every series, … */
export function sumSeries(series: readonly (readonly number[])[], length: number): number[] {
  const totals = Array.from({ length }, () => 0)
  for (const each of series) for (let at = 0; at < length; at++) totals[at] = add(totals[at]!, each[at] ?? 0)
  return totals
}

/**
 * `part / whole` in basis points, nearest, halves away from zero. Null when `whole` is 0, and when the ratio is
 * so large that it cannot be held exactly.
 */
export function ratioInBasisPoints(part: number, whole: number): number | null {
  return scaledRatio(BigInt(part), BigInt(whole), 10_000n)
}

/** `part / whole × scale`, rounded once; null when `whole` is 0 or the result cannot be held exactly. */
export function scaledRatio(part: bigint, whole: bigint, scale: bigint): number | null {
  if (whole === 0n) return null
  const ratio = divideRoundedBig(part * scale, whole)
  const held = Number(ratio)
  return Number.isSafeInteger(held) ? held : null
}

/** The smallest whole number not below `numerator / denominator`; the denominator is above 0. */
export function divideUp(numerator: number, denominator: number): number {
  const rest = numerator % denominator
  const whole = (numerator - rest) / denominator
  return safe(rest > 0 ? whole + 1 : whole)
}

/**
 * `total` öre over `count` periods: each gets the truncated share, and the first `|total| mod count` of them one
 * öre more (with the total's sign), so that the parts add up to the total exactly.
 */
export function splitEvenly(total: number, count: number): number[] {
  const rest = total % count
  const share = (total - rest) / count
  const extra = Math.sign(total)
  return Array.from({ length: count }, (_, at) => safe(at < Math.abs(rest) ? share + extra : share))
}

/** A decimal number as an exact fraction: 37.5 is 375/10. */
export function exactFraction(value: number): { numerator: bigint; denominator: bigint } {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  const shift = Number(exponent) - decimals.length
  const scaled = BigInt(whole + decimals)
  return shift >= 0
    ? { numerator: scaled * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: scaled, denominator: 10n ** BigInt(-shift) }
}

/** A BigInt result as a number; throws {@link AmountTooLarge} when it cannot be held exactly. */
export function toAmount(value: bigint): number {
  return exactNumber(value)
}

// The geometry of a chart of cash over time: where zero lies, where each point, and which amounts the axis names.

export interface CashChart {
  /** Between 0 (left) and 1, and between 0 (top) and 1. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[]
  readonly zeroY: number
  /** Where the amount lies, between 0 and 1. */
  yOf(amount: number): number
  /** Round amounts for the axis, from the lowest to the highest; 0 among them. */
  readonly ticks: readonly number[]
}

/** Steps between round amounts, in the first digit. */
const steps = [1, 2, 5, 10]

/** @param series one or more lists of amounts, of one length. @param always amounts that must be in view. */
export function layOutCash(
  series: readonly (readonly number[])[],
  always: readonly number[] = [],
): CashChart {
  const all = [...series.flat(), ...always, 0]
  const highest = Math.max(...all)
  const lowest = Math.min(...all)
  const step = roundStep((highest - lowest) / 4)
  const top = Math.ceil(highest / step) * step
  const bottom = Math.floor(lowest / step) * step
  const span = top - bottom || step
  const yOf = (amount: number) => (top - amount) / span
  const ticks = Array.from({ length: Math.round(span / step) + 1 }, (_, at) => bottom + at * step)
  return {
    lines: series.map((amounts) =>
      amounts.map((amount, at) => ({
        x: amounts.length > 1 ? at / (amounts.length - 1) : 0.5,
        y: yOf(amount),
      })),
    ),
    zeroY: yOf(0),
    yOf,
    ticks,
  }
}

function roundStep(wanted: number): number {
  if (wanted <= 0) return 100_00
  const power = 10 ** Math.floor(Math.log10(wanted))
  return steps.map((each) => each * power).find((each) => each >= wanted) ?? 10 * power
}

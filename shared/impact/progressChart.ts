// An indicator over time as points in a field, for a small chart.
import { dayNumber } from './dates'

interface Charted {
  readonly baseline: { readonly value: number; readonly date: string | null } | null
  readonly baselineNotApplicable: boolean
  readonly target: { readonly value: number; readonly date: string | null } | null
  readonly measurements: readonly { readonly date: string; readonly value: number }[]
}
export interface ChartField {
  readonly width: number
  readonly height: number
  /** Room at the edges. */
  readonly start: number
  readonly end: number
  readonly above: number
  readonly below: number
}
export interface ChartPoint {
  readonly x: number
  readonly y: number
  readonly value: number
}
export interface ProgressDrawing {
  readonly points: readonly ChartPoint[]
  /** From baseline to target, where both have a value and a day. */
  readonly way: { readonly from: ChartPoint; readonly to: ChartPoint } | null
  readonly days: { readonly first: string; readonly last: string }
}

/** Null when there is nothing to draw. Later days are to the right, larger values above. */
export function drawProgress(
  indicator: Charted,
  chainStart: string | null,
  field: ChartField,
): ProgressDrawing | null {
  const measured = indicator.measurements
    .filter(({ date }) => dayNumber(date) !== null)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  const baseline = indicator.baselineNotApplicable ? { value: 0, date: chainStart } : indicator.baseline
  const ends = [baseline, indicator.target].flatMap((end) =>
    end?.date && dayNumber(end.date) !== null ? [{ value: end.value, date: end.date }] : [],
  )
  const all = [...measured, ...ends]
  if (measured.length === 0 || all.length === 0) return null
  const days = all.map(({ date }) => date).sort()
  const first = days[0]!
  const last = days.at(-1)!
  const values = all.map(({ value }) => value)
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const length = dayNumber(last)! - dayNumber(first)!
  const place = ({ date, value }: { date: string; value: number }): ChartPoint => {
    const along = length === 0 ? 0.5 : (dayNumber(date)! - dayNumber(first)!) / length
    const up = span === 0 ? 0.5 : (value - low) / span
    return {
      x: field.start + along * (field.width - field.start - field.end),
      y: field.height - field.below - up * (field.height - field.above - field.below),
      value,
    }
  }
  return {
    points: measured.map(place),
    way: ends.length === 2 ? { from: place(ends[0]!), to: place(ends[1]!) } : null,
    days: { first, last },
  }
}

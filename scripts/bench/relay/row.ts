// One line of the table: what was measured, beside what, and what it must keep to.
export interface Row {
  what: string
  ours: string
  /** What it is compared with. */
  beside: string
  /** A ratio or a plain figure. */
  value: number
  /** Without one it is told, and nothing is asked of it. */
  bound?: { most: number } | { least: number }
}

export const holds = ({ value, bound }: Row): boolean =>
  bound === undefined || ('most' in bound ? value <= bound.most : value >= bound.least)

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The median of one figure of several results. */
export const medianOf = <T>(results: readonly T[], figure: (result: T) => number): number =>
  median(results.map(figure))

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
export const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
export const percent = (share: number): string =>
  `${(share * 100).toFixed(share > 0.9995 || share < 0.1 ? 0 : 1)} %`

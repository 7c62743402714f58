/** Which periods stand together in one table, when it can't hold all of them: as evenly as may be, each `[from, to)`. */
export function spreadPeriods(count: number, most: number): [from: number, to: number][] {
  const room = Math.max(1, Math.floor(most))
  const parts = Math.max(1, Math.ceil(count / room))
  return Array.from({ length: parts }, (_, at) => [
    Math.ceil((at * count) / parts),
    Math.ceil(((at + 1) * count) / parts),
  ])
}

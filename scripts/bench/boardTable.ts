export interface Row {
  what: string
  ours: string
  other: string
  ratio: number
  /** What the ratio must stay within. */
  bound: { most: number } | { least: number }
}

const holds = ({ ratio, bound }: Row) => ('most' in bound ? ratio <= bound.most : ratio >= bound.least)

/** Prints the figures side by side and says whether all stay within their bounds. */
export function printTable(title: string, other: string, rows: readonly Row[]): boolean {
  const cells = [
    ['', 'ours', other, 'ratio', 'must be', ''],
    ...rows.map((row) => [
      row.what,
      row.ours,
      row.other,
      row.ratio.toFixed(3),
      'most' in row.bound ? `≤ ${row.bound.most}` : `≥ ${row.bound.least}`,
      holds(row) ? 'holds' : 'BROKEN',
    ]),
  ]
  const widths = cells[0]!.map((_cell, column) => Math.max(...cells.map((line) => line[column]!.length)))
  console.log(`\n${title}`)
  for (const line of cells)
    console.log(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
  return rows.every(holds)
}

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('en')} kB`
export const milliseconds = (ms: number): string => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`

import { holds, type Row } from './row'

/** Prints the rows as a Markdown table, which reads as well on a screen, and says whether all hold. */
export function printRows(rows: readonly Row[]): boolean {
  const cells = [
    ['', 'ours', 'beside', 'figure', 'must be', ''],
    ...rows.map((row) => [
      row.what,
      row.ours,
      row.beside,
      figure(row.value),
      boundOf(row),
      row.bound ? (holds(row) ? 'holds' : 'BROKEN') : '',
    ]),
  ]
  const widths = cells[0]!.map((_cell, column) => Math.max(3, ...cells.map((line) => line[column]!.length)))
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
  )
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  console.log(`\n${lines.join('\n')}`)
  return rows.every(holds)
}

function boundOf({ bound }: Row): string {
  if (!bound) return ''
  return 'most' in bound ? `≤ ${figure(bound.most)}` : `≥ ${figure(bound.least)}`
}

const figure = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 0.1 ? 3 : value < 100 ? 2 : 0)

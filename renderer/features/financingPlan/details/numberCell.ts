import type { Cell, Format } from '../gridCells'

/** A number of a row that has no cell in the grid. */
export function numberCell(
  key: string,
  format: Format,
  value: number | null,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): Cell {
  return { kind: 'value', key, format, value, least, most }
}

// Where the arrow keys lead in the grid. Lines and columns are counted from 0.

export interface Spot {
  readonly line: number
  readonly column: number
}

export interface Size {
  readonly lines: number
  readonly columns: number
}

export interface MoveKey {
  readonly key: string
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod?: boolean
  /** The grid runs from right to left. */
  readonly isMirrored?: boolean
}

/** Lines that PageUp and PageDown pass. */
const pageOf = 10

/** Where a key leads from `spot`; null when it is no key that moves. Stays inside the grid. */
export function moveBy(
  { key, mod = false, isMirrored = false }: MoveKey,
  spot: Spot,
  size: Size,
): Spot | null {
  const last = { line: size.lines - 1, column: size.columns - 1 }
  const towards = (line: number, column: number): Spot => ({
    line: Math.min(last.line, Math.max(0, line)),
    column: Math.min(last.column, Math.max(0, column)),
  })
  const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight'
  const back = isMirrored ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forward:
      return towards(spot.line, mod ? last.column : spot.column + 1)
    case back:
      return towards(spot.line, mod ? 0 : spot.column - 1)
    case 'ArrowDown':
      return towards(mod ? last.line : spot.line + 1, spot.column)
    case 'ArrowUp':
      return towards(mod ? 0 : spot.line - 1, spot.column)
    case 'Home':
      return towards(mod ? 0 : spot.line, 0)
    case 'End':
      return towards(mod ? last.line : spot.line, last.column)
    case 'PageDown':
      return towards(spot.line + pageOf, spot.column)
    case 'PageUp':
      return towards(spot.line - pageOf, spot.column)
    default:
      return null
  }
}

/** The next spot (1) or the one before (-1), line after line; null beyond the first and the last. */
export function moveOn(by: 1 | -1, spot: Spot, size: Size): Spot | null {
  const at = spot.line * size.columns + spot.column + by
  if (at < 0 || at >= size.lines * size.columns) return null
  return { line: Math.floor(at / size.columns), column: at % size.columns }
}

export interface Area {
  readonly fromLine: number
  readonly toLine: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** The rectangle between two corners. */
export function areaBetween(one: Spot, other: Spot): Area {
  return {
    fromLine: Math.min(one.line, other.line),
    toLine: Math.max(one.line, other.line),
    fromColumn: Math.min(one.column, other.column),
    toColumn: Math.max(one.column, other.column),
  }
}

export function isInArea(area: Area, line: number, column: number): boolean {
  return line >= area.fromLine && line <= area.toLine && column >= area.fromColumn && column <= area.toColumn
}

// The calm curve of a link between two boxes, as SVG path data.
import type { Box } from './layout'

export interface LinkPath {
  readonly path: string
  /** The middle of the curve, where marks stand. */
  readonly middle: { readonly x: number; readonly y: number }
}

/**
 * From the right side of `from`. Forwards it ends at the left side of `to`; within a column it bows out to the right and
 * ends there; backwards it goes round below both.
 */
export function linkPath(from: Box, to: Box): LinkPath {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 }
  if (to.x >= start.x) {
    const end = { x: to.x, y: to.y + to.height / 2 }
    const bend = Math.max(28, Math.min(120, (end.x - start.x) / 2))
    return curve(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end)
  }
  const isSameColumn = to.x < start.x && to.x + to.width > from.x
  if (isSameColumn) {
    const end = { x: to.x + to.width, y: to.y + to.height / 2 }
    const out = Math.min(52, 24 + Math.abs(end.y - start.y) / 10)
    return curve(start, { x: start.x + out, y: start.y }, { x: end.x + out, y: end.y }, end)
  }
  const end = { x: to.x, y: to.y + to.height / 2 }
  const below = Math.max(from.y + from.height, to.y + to.height) + 60
  return curve(start, { x: start.x + 140, y: below }, { x: end.x - 140, y: below }, end)
}

interface Point {
  x: number
  y: number
}

function curve(start: Point, leave: Point, arrive: Point, end: Point): LinkPath {
  const half = (a: number, b: number, c: number, d: number) => (a + 3 * b + 3 * c + d) / 8
  return {
    path: `M${start.x},${start.y} C${leave.x},${leave.y} ${arrive.x},${arrive.y} ${end.x},${end.y}`,
    middle: {
      x: half(start.x, leave.x, arrive.x, end.x),
      y: half(start.y, leave.y, arrive.y, end.y),
    },
  }
}

// Strokes as a hand draws them: many points with a slight tremor, the same every time.
import type { Point } from '../templates/boardBuilder'

const step = 8

/** A tremor of about one px that depends on the place alone. */
function tremble(point: Point, at: number): Point {
  return {
    x: point.x + Math.sin(at * 1.7 + point.y * 0.05) * 0.9,
    y: point.y + Math.cos(at * 1.3 + point.x * 0.05) * 0.9,
  }
}

/** A line through `corners`. */
export function line(...corners: readonly Point[]): Point[] {
  const points: Point[] = []
  corners.slice(1).forEach((to, index) => {
    const from = corners[index]!
    const pieces = Math.max(2, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / step))
    for (let piece = index === 0 ? 0 : 1; piece <= pieces; piece++)
      points.push(
        tremble(
          { x: from.x + ((to.x - from.x) * piece) / pieces, y: from.y + ((to.y - from.y) * piece) / pieces },
          points.length,
        ),
      )
  })
  return points
}

/** An ellipse that ends a little past where it began, as they do. */
export function ring(center: Point, radiusX: number, radiusY = radiusX): Point[] {
  const pieces = Math.max(14, Math.round((Math.max(radiusX, radiusY) * 6.3) / step))
  return Array.from({ length: pieces + 2 }, (_none, piece) => {
    const angle = -1.4 + (piece / pieces) * Math.PI * 2
    const drift = 1 + 0.02 * Math.sin(angle * 2)
    return tremble(
      { x: center.x + Math.cos(angle) * radiusX * drift, y: center.y + Math.sin(angle) * radiusY * drift },
      piece,
    )
  })
}

/** A wavy line to the right, or downwards when `isUpright`. */
export function wave(from: Point, length: number, height: number, waves: number, isUpright = false): Point[] {
  const pieces = Math.round(length / 6)
  return Array.from({ length: pieces + 1 }, (_none, piece) => {
    const along = (piece / pieces) * length
    const across = Math.sin((piece / pieces) * waves * Math.PI * 2) * height
    return isUpright ? { x: from.x + across, y: from.y - along } : { x: from.x + along, y: from.y + across }
  })
}

export function heart(center: Point, size: number): Point[] {
  return Array.from({ length: 34 }, (_none, piece) => {
    const angle = (piece / 32) * Math.PI * 2
    const x = 16 * Math.sin(angle) ** 3
    const y = -(
      13 * Math.cos(angle) -
      5 * Math.cos(2 * angle) -
      2 * Math.cos(3 * angle) -
      Math.cos(4 * angle)
    )
    return tremble({ x: center.x + (x / 32) * size, y: center.y + (y / 32) * size }, piece)
  })
}

/** Somebody sitting or standing: head, body, arms and legs; about 150 high, `at` is the top of the head. */
export function person(at: Point, armsUp: boolean): Point[][] {
  const { x, y } = at
  const hands = armsUp ? y + 34 : y + 92
  return [
    ring({ x, y: y + 22 }, 21),
    line({ x, y: y + 44 }, { x, y: y + 104 }),
    line({ x: x - 36, y: hands }, { x, y: y + 62 }, { x: x + 36, y: hands }),
    line({ x: x - 24, y: y + 152 }, { x, y: y + 104 }, { x: x + 24, y: y + 152 }),
  ]
}

// The curves between the boxes of a printed chain: where they leave and arrive, and their way.
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Line {
  readonly from: string
  readonly to: string
}

interface Point {
  readonly x: number
  readonly y: number
}

/** SVG path data of each line, in their order. Lines that share a side of a box stand apart on it. */
export function drawLines<T extends Line>(
  lines: readonly T[],
  boxes: ReadonlyMap<string, Box>,
): { line: T; path: string }[] {
  const drawn = lines.filter(({ from, to }) => boxes.has(from) && boxes.has(to))
  const leaves = spread(drawn, 'from', boxes, (line) => middleOf(boxes.get(line.to)!))
  const arrives = spread(drawn, 'to', boxes, (line) => middleOf(boxes.get(line.from)!))
  return drawn.map((line) => {
    const from = boxes.get(line.from)!
    const to = boxes.get(line.to)!
    const start = { x: from.right, y: leaves.get(line)! }
    const isForwards = to.left >= from.right
    const isSameColumn = !isForwards && to.right > from.left && to.left < from.right
    const end = { x: isSameColumn ? to.right : to.left, y: arrives.get(line)! }
    return { line, path: wayBetween(start, end, from, to, isForwards, isSameColumn) }
  })
}

function wayBetween(
  start: Point,
  end: Point,
  from: Box,
  to: Box,
  isForwards: boolean,
  isSameColumn: boolean,
): string {
  if (isForwards) {
    const bend = Math.max(6, (end.x - start.x) / 2)
    return curve(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end)
  }
  if (isSameColumn) {
    const out = 16
    return curve(start, { x: start.x + out, y: start.y }, { x: end.x + out, y: end.y }, end)
  }
  // Backwards: round below both.
  const below = Math.max(from.bottom, to.bottom) + 14
  const turn = 14
  return (
    `M${at(start)}C${at({ x: start.x + turn, y: start.y })} ${at({ x: start.x + turn, y: below })} ` +
    `${at({ x: start.x - turn, y: below })}L${at({ x: end.x + turn, y: below })}` +
    `C${at({ x: end.x - turn, y: below })} ${at({ x: end.x - turn, y: end.y })} ${at(end)}`
  )
}

/** Heights on the side of each box, in the order of what the lines lead to, so that they don't cross there. */
function spread<T extends Line>(
  lines: readonly T[],
  end: 'from' | 'to',
  boxes: ReadonlyMap<string, Box>,
  other: (line: T) => number,
): Map<T, number> {
  const places = new Map<T, number>()
  for (const id of new Set(lines.map((line) => line[end]))) {
    const own = lines.filter((line) => line[end] === id).sort((a, b) => other(a) - other(b))
    const box = boxes.get(id)!
    const high = box.bottom - box.top
    const gap = Math.min(8, (high * 0.7) / own.length)
    own.forEach((line, index) => places.set(line, middleOf(box) + (index - (own.length - 1) / 2) * gap))
  }
  return places
}

const middleOf = (box: Box) => (box.top + box.bottom) / 2
const at = ({ x, y }: Point) => `${round(x)},${round(y)}`
const curve = (start: Point, leave: Point, arrive: Point, end: Point) =>
  `M${at(start)}C${at(leave)} ${at(arrive)} ${at(end)}`
const round = (value: number) => Math.round(value * 10) / 10

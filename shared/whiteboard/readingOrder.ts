// In which order a person reads what lies about on a board: the board is parted along its widest empty strips, and each
// part is read whole before the next, rows from the top and columns from the start.

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Notes put up by hand are never quite level: a strip must be this wide (board units) to part anything. */
const narrowest = 4

/** The boxes in reading order. Those that no empty strip parts are read by their top edges, then from the left. */
export function inReadingOrder<T extends Box>(boxes: readonly T[]): T[] {
  if (boxes.length < 2) return [...boxes]
  const rows = widestGap(boxes, 'y', 'height')
  const columns = widestGap(boxes, 'x', 'width')
  // Where both are as wide, people read rows.
  const isByRows = rows.size >= columns.size
  const { size, at } = isByRows ? rows : columns
  if (size < narrowest) return boxes.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const isBefore = (box: Box) => (isByRows ? box.y : box.x) < at
  return [...inReadingOrder(boxes.filter(isBefore)), ...inReadingOrder(boxes.filter((box) => !isBefore(box)))]
}

/** The widest empty strip across all boxes, and where it ends. */
function widestGap(
  boxes: readonly Box[],
  start: 'x' | 'y',
  length: 'width' | 'height',
): { size: number; at: number } {
  const sorted = boxes.toSorted((a, b) => a[start] - b[start])
  let end = sorted[0]![start] + sorted[0]![length]
  let widest = { size: 0, at: 0 }
  for (const box of sorted.slice(1)) {
    if (box[start] - end > widest.size) widest = { size: box[start] - end, at: box[start] }
    end = Math.max(end, box[start] + box[length])
  }
  return widest
}

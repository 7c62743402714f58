// Making things without a pointer: they appear in the middle of what is in view, where nothing else lies.
import { Box, createShapeId, GeoShapeGeoStyle, type Editor, type TLShapePartial } from 'tldraw'

export type InsertedTool = 'note' | 'text' | 'geo' | 'arrow' | 'frame'

const sizes: Record<InsertedTool, readonly [width: number, height: number]> = {
  note: [200, 200],
  text: [200, 40],
  geo: [200, 200],
  arrow: [200, 1],
  frame: [400, 300],
}
const gap = 20
const tries = 60

/** Adds one, selects it, and starts writing in it where one writes. */
export function insertInMiddle(editor: Editor, tool: InsertedTool): void {
  if (editor.getIsReadonly()) return
  const [width, height] = sizes[tool]
  const { x, y } = freePlace(editor, width, height)
  const id = createShapeId()
  const partial: TLShapePartial = { id, type: tool, x, y }
  if (tool === 'geo') {
    const geo = editor.getInstanceState().stylesForNextShape[GeoShapeGeoStyle.id] ?? 'rectangle'
    partial.props = { w: width, h: height, geo }
  }
  if (tool === 'arrow') partial.props = { start: { x: 0, y: 0 }, end: { x: width, y: 0 } }
  if (tool === 'frame') partial.props = { w: width, h: height }
  editor.markHistoryStoppingPoint('insert')
  editor.createShape(partial)
  const shape = editor.getShape(id)
  if (!shape) return
  editor.setCurrentTool('select').select(id)
  editor.focus()
  if (tool !== 'note' && tool !== 'text' && tool !== 'geo') return
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

function freePlace(editor: Editor, width: number, height: number): { x: number; y: number } {
  const { center } = editor.getViewportPageBounds()
  const taken = editor
    .getCurrentPageShapes()
    .map((shape) => editor.getShapePageBounds(shape))
    .filter((bounds) => bounds !== undefined)
  for (let n = 0; n < tries; n++) {
    // Rings around the middle.
    const ring = Math.ceil((Math.sqrt(n + 1) - 1) / 2)
    const angle = ring === 0 ? 0 : ((n - (2 * ring - 1) ** 2) / (8 * ring)) * 2 * Math.PI
    const x = center.x - width / 2 + Math.round(Math.cos(angle) * ring) * (width + gap)
    const y = center.y - height / 2 + Math.round(Math.sin(angle) * ring) * (height + gap)
    const place = new Box(x, y, width, height)
    if (!taken.some((bounds) => bounds.collides(place))) return { x, y }
  }
  return { x: center.x - width / 2, y: center.y - height / 2 }
}

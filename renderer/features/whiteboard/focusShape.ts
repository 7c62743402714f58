import type { Editor, TLShapeId } from 'tldraw'

/** Brings a shape into the middle of the view and selects it. A shape that is gone changes nothing. */
export function focusShape(editor: Editor, id: string): void {
  const shapeId = (id.startsWith('shape:') ? id : `shape:${id}`) as TLShapeId
  const bounds = editor.getShape(shapeId) && editor.getShapePageBounds(shapeId)
  if (!bounds) return
  editor.stopFollowingUser()
  editor.setCurrentTool('select').select(shapeId)
  const calm = editor.user.getAnimationSpeed() === 0
  editor.zoomToBounds(bounds, { targetZoom: 1, ...(!calm && { animation: { duration: 200 } }) })
}

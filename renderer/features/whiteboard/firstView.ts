// Where a board is looked at first: all of it, clear of the tools; later in the same visit, where one left it.
import type { Editor } from 'tldraw'

/** Room for the tools above, beside and below, in px of the screen. */
const margin = { above: 72, beside: 32, below: 104 }
/** So far out and no farther: texts of a vast board would be dust. */
const smallest = 0.2

const left = new Map<string, { x: number; y: number; z: number }>()

/**
 * Looks at the board. `place` names it for as long as the page is open.
 * @returns what to call when the board is left, so that the next time begins there.
 */
export function showFirst(editor: Editor, place: string): () => void {
  const before = left.get(place)
  if (before) editor.setCamera(before, { immediate: true })
  else showWhole(editor)
  return () => {
    const { x, y, z } = editor.getCamera()
    left.set(place, { x, y, z })
  }
}

function showWhole(editor: Editor): void {
  const all = editor.getCurrentPageBounds()
  if (!all || all.width === 0) return
  const screen = editor.getViewportScreenBounds()
  const wide = Math.max(100, screen.width - 2 * margin.beside)
  const high = Math.max(100, screen.height - margin.above - margin.below)
  const z = Math.max(smallest, Math.min(1, wide / all.width, high / all.height))
  // In the middle when all of it fits, from its first corner when it does not.
  const x = margin.beside / z - all.x + Math.max(0, wide / z - all.width) / 2
  const y = margin.above / z - all.y + Math.max(0, high / z - all.height) / 2
  editor.setCamera({ x, y, z }, { immediate: true })
}

import { useState } from 'react'
import type { Step } from '../../../../shared/impact/steps'
import { placeAt, type ChainLayout } from '../../../../shared/impact/layout'
import type { ChainNode } from './nodes'

interface Dragged {
  id: string
  position: { x: number; y: number }
  middle: { x: number; y: number }
}

/** The element that is being dragged, and what dropping it does. */
export function useDrag(layout: ChainLayout) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const read = ({ id, position }: ChainNode): Dragged => {
    const box = layout.boxes.get(id)
    const middle = { x: position.x + (box?.width ?? 0) / 2, y: position.y + (box?.height ?? 0) / 2 }
    return { id, position, middle }
  }
  return {
    dragged,
    move: (node: ChainNode) => setDragged(read(node)),
    drop(node: ChainNode, moveElement: (id: string, step: Step, next: string | null) => void) {
      setDragged(null)
      const { id, middle } = read(node)
      const { step, next } = placeAt(layout, middle, id)
      const own = layout.boxes.get(id)
      const ids = layout.inColumn.get(step) ?? []
      const isWhereItWas = own?.column === step && (ids[ids.indexOf(id) + 1] ?? null) === next
      if (!isWhereItWas) moveElement(id, step, next)
    },
  }
}

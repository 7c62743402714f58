import { useState } from 'react'
import { placeAt, type ChainLayout } from '../../../../shared/impact/layout'
import type { Step } from '../../../../shared/impact/steps'
import type { ChainNode, Dragged } from './nodes'

/** The element that is being dragged, where it would go, and what dropping it does. */
export function useDrag(layout: ChainLayout) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const placeOf = ({ id, position }: Dragged) => {
    const box = layout.boxes.get(id)
    const middle = { x: position.x + (box?.width ?? 0) / 2, y: position.y + (box?.height ?? 0) / 2 }
    return placeAt(layout, middle, id)
  }
  return {
    dragged,
    place: dragged && placeOf(dragged),
    move: ({ id, position }: ChainNode) => setDragged({ id, position }),
    drop({ id, position }: ChainNode, moveElement: (id: string, step: Step, next: string | null) => void) {
      setDragged(null)
      const { step, next } = placeOf({ id, position })
      const ids = layout.inColumn.get(step) ?? []
      const isWhereItWas =
        layout.boxes.get(id)?.column === step && (ids[ids.indexOf(id) + 1] ?? null) === next
      if (!isWhereItWas) moveElement(id, step, next)
    },
  }
}

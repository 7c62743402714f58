import type { Viewport } from '@xyflow/react'
import type { ChainLayout } from '../../../../shared/impact/layout'

const margin = 24
/** Further away than this, words can't be read across a table. */
const readable = 0.7

/** Where one stands to see the whole chain, from its top; never nearer than its real size. */
export function fitWhole(layout: ChainLayout, field: Element): Viewport {
  const zoom = Math.min(
    (field.clientWidth - 2 * margin) / layout.width,
    (field.clientHeight - 2 * margin) / Math.max(layout.height, 1),
    1,
  )
  return { x: (field.clientWidth - layout.width * zoom) / 2, y: margin, zoom }
}

/** Where one begins: the whole chain where it stays readable, else its beginning. */
export function fitReadable(layout: ChainLayout, field: Element): Viewport {
  const whole = fitWhole(layout, field)
  return whole.zoom >= readable ? whole : { x: margin, y: margin, zoom: 0.85 }
}

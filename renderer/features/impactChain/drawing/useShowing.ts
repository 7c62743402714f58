import type { ReactFlowInstance } from '@xyflow/react'
import { useEffect, useRef, type RefObject } from 'react'
import { linkPath } from '../../../../shared/impact/linkPath'
import { columns, columnWidth, columnX, needId, type ChainLayout } from '../../../../shared/impact/layout'
import { useChain } from '../chainContext'
import type { ChainData } from '../chainData'
import { fitReadable } from './fitChain'
import type { ChainEdge, ChainNode } from './nodes'

/** For so many ms, what opens beside the drawing may still take room from it. */
const settling = 1500
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Begins with the whole chain in view where it stays readable, else with its beginning; and brings what is asked for
 * into view, moving no more than needed.
 */
export function useShowing(
  showing: { readonly place: string } | null,
  layout: ChainLayout,
  flow: ReactFlowInstance<ChainNode, ChainEdge>,
  root: RefObject<HTMLElement | null>,
): void {
  const { now } = useChain()
  const latest = useRef(layout)
  useEffect(() => {
    latest.current = layout
  })
  useEffect(() => {
    const field = root.current?.querySelector('.react-flow')
    if (!field) return
    void flow.setViewport(fitReadable(latest.current, field))
  }, [flow, root])
  useEffect(() => {
    if (!showing) return
    let tries = 0
    let again: ReturnType<typeof setTimeout> | undefined
    const reveal = () => {
      const field = root.current?.querySelector('.react-flow')
      const point = pointOf(showing.place, latest.current, now())
      if (!field) return
      // What is new is drawn in a moment.
      if (!point) return void (again = tries++ < 8 ? setTimeout(reveal, 80) : undefined)
      const { x, y, zoom } = flow.getViewport()
      const seen = { x: point.x * zoom + x, y: point.y === null ? null : point.y * zoom + y }
      const edge = { x: Math.min(130, field.clientWidth / 3), y: Math.min(90, field.clientHeight / 3) }
      const shift = (at: number, room: number, far: number) =>
        at < room ? room - at : at > far - room ? far - room - at : 0
      const by = {
        x: shift(seen.x, edge.x, field.clientWidth),
        y: seen.y === null ? 0 : shift(seen.y, edge.y, field.clientHeight),
      }
      if (by.x !== 0 || by.y !== 0)
        void flow.setViewport(
          { x: x + by.x, y: y + by.y, zoom },
          calm() ? {} : { duration: 180, interpolate: 'linear' },
        )
    }
    // A panel may just be opening beside the drawing; what is shown must be seen beside it.
    const timer = setTimeout(reveal, 60)
    const field = root.current?.querySelector('.react-flow')
    const observer = new ResizeObserver(reveal)
    if (field) observer.observe(field)
    const end = setTimeout(() => observer.disconnect(), settling)
    return () => {
      clearTimeout(timer)
      clearTimeout(again)
      clearTimeout(end)
      observer.disconnect()
    }
  }, [showing, flow, root, now])
}

function pointOf(
  place: string,
  layout: ChainLayout,
  { link }: Pick<ChainData, 'link'>,
): { x: number; y: number | null } | null {
  if (place.startsWith('link:')) {
    const found = link(place.slice('link:'.length))
    const from = found && layout.boxes.get(found.from)
    const to = found && layout.boxes.get(found.to)
    return from && to ? linkPath(from, to).middle : null
  }
  const column = columns.find((each) => place === `step:${each}`)
  if (column) return { x: columnX(column) + columnWidth / 2, y: null }
  const box = layout.boxes.get(place === needId ? needId : place.slice('element:'.length))
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
}

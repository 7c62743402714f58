// From the chain to what React Flow draws. Objects stay the same while nothing about them changes, so that a letter
// typed draws one element again and not two hundred.
import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react'
import type { ChainElement, ChainLink } from '../../../../shared/document/impactChain'
import { needId, type ChainLayout, type PlacedBox } from '../../../../shared/impact/layout'

export type ElementNodeType = Node<{ element: ChainElement }, 'element'>
export type NeedNodeType = Node<{ need: string }, 'need'>
export type ChainNode = ElementNodeType | NeedNodeType
export type ChainEdge = Edge<{ link: ChainLink; from: PlacedBox; to: PlacedBox }, 'link'>

const sameBox = (a: PlacedBox, b: PlacedBox) =>
  a === b || (a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height)

/** Remembers the nodes it made, and makes anew only those that changed. */
export function openNodeMaker() {
  let kept = new Map<string, { node: ChainNode; box: PlacedBox; content: unknown }>()
  return (elements: readonly ChainElement[], need: string, layout: ChainLayout): ChainNode[] => {
    const made: typeof kept = new Map()
    const put = (id: string, content: unknown, make: (box: PlacedBox) => ChainNode) => {
      const box = layout.boxes.get(id)!
      const last = kept.get(id)
      const isSame = last && last.content === content && sameBox(last.box, box)
      made.set(id, isSame ? last : { node: make(box), box, content })
    }
    put(needId, need, (box) => ({
      id: needId,
      type: 'need',
      position: { x: box.x, y: box.y },
      ...sizes(box),
      handles: [],
      draggable: false,
      connectable: false,
      data: { need },
    }))
    for (const element of elements)
      put(element.id, element, (box) => ({
        id: element.id,
        type: 'element',
        position: { x: box.x, y: box.y },
        ...sizes(box),
        handles: handles(box),
        data: { element },
      }))
    kept = made
    return [...made.values()].map(({ node }) => node)
  }
}

/** Given beforehand, so that nothing has to be measured. */
function sizes({ width, height }: PlacedBox) {
  return { width, height, measured: { width, height } }
}

const handleSize = 14

/** Where links may be drawn from and to, given beforehand too. */
function handles({ width, height }: PlacedBox): NodeHandle[] {
  const handle = (type: 'source' | 'target', position: Position, x: number): NodeHandle => ({
    type,
    position,
    x: x - handleSize / 2,
    y: (height - handleSize) / 2,
    width: handleSize,
    height: handleSize,
  })
  return [handle('target', Position.Left, 0), handle('source', Position.Right, width)]
}

/** Elements say in words what they are linked with; curves are for the eye alone. */
const silent = { ariaLabel: undefined, domAttributes: { 'aria-hidden': true } } as const

export function openEdgeMaker() {
  let kept = new Map<string, ChainEdge>()
  return (links: readonly ChainLink[], layout: ChainLayout): ChainEdge[] => {
    const made: typeof kept = new Map()
    for (const link of links) {
      const from = layout.boxes.get(link.from)
      const to = layout.boxes.get(link.to)
      if (!from || !to) continue
      const last = kept.get(link.id)
      const isSame =
        last?.data && last.data.link === link && sameBox(last.data.from, from) && sameBox(last.data.to, to)
      made.set(
        link.id,
        isSame
          ? last
          : {
              id: link.id,
              type: 'link',
              source: link.from,
              target: link.to,
              data: { link, from, to },
              ...silent,
            },
      )
    }
    kept = made
    return [...made.values()]
  }
}

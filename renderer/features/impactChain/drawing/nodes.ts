// From the chain to what React Flow draws. Objects stay the same while nothing about them changes.
import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react'
import type { ChainLink } from '../../../../shared/document/impactChain'
import { needId, type ChainLayout, type PlacedBox } from '../../../../shared/impact/layout'
import type { ChainData, PlacedFinding } from '../chainData'
import { markOf, type Mark, type Pointed } from '../chainContext'
import type { ElementFacts } from '../elementFacts'

type Shown = {
  mark: Mark
  /** The one that Tab leads to. */
  isCurrent: boolean
}
export type ElementNodeType = Node<{ facts: ElementFacts } & Shown, 'element'>
export type NeedNodeType = Node<{ need: string; finding: PlacedFinding | undefined } & Shown, 'need'>
export type ChainNode = ElementNodeType | NeedNodeType

export type DrawnLink = {
  readonly link: ChainLink
  readonly from: PlacedBox
  readonly to: PlacedBox
  readonly findings: readonly PlacedFinding[] | undefined
  /** It rests on an assumption of high risk. */
  readonly isRisky: boolean
  readonly mark: Mark
}
export type ChainEdge = Edge<DrawnLink, 'link'>

/** Keeps what it made under an id as long as the parts it was made of are the same. */
function openKeeper<T>() {
  let kept = new Map<string, { made: T; parts: readonly unknown[] }>()
  let next: typeof kept = new Map()
  return {
    make(id: string, parts: readonly unknown[], make: () => T): T {
      const last = kept.get(id)
      const isSame = last?.parts.every((part, at) => part === parts[at]) === true
      const entry = isSame ? last : { made: make(), parts }
      next.set(id, entry)
      return entry.made
    },
    finish() {
      kept = next
      next = new Map()
    },
  }
}

/** Elements that are drawn over the others while they are dragged. */
const inFront = 5

export interface Dragged {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
}

export function openNodeMaker() {
  const keeper = openKeeper<ChainNode>()
  return (
    facts: ReadonlyMap<string, ElementFacts>,
    { need, findingsAt }: Pick<ChainData, 'need' | 'findingsAt'>,
    layout: ChainLayout,
    pointed: Pointed,
    current: string,
    dragged: Dragged | null,
  ): ChainNode[] => {
    const nodes: ChainNode[] = []
    const needBox = layout.boxes.get(needId)!
    const finding = findingsAt.get(needId)?.[0]
    const needShown = { mark: markOf(needId, pointed), isCurrent: current === needId }
    nodes.push(
      keeper.make(needId, [need, finding?.code, needBox.height, needShown.mark, needShown.isCurrent], () => ({
        id: needId,
        type: 'need',
        position: { x: needBox.x, y: needBox.y },
        ...sizes(needBox),
        handles: [],
        draggable: false,
        connectable: false,
        data: { need, finding, ...needShown },
      })),
    )
    for (const [id, each] of facts) {
      const box = layout.boxes.get(id)
      if (!box) continue
      const isDragged = dragged?.id === id
      const { x, y } = isDragged ? dragged.position : box
      const shown = { mark: markOf(`element:${id}`, pointed), isCurrent: current === id }
      const parts = [each, x, y, box.height, isDragged, shown.mark, shown.isCurrent]
      nodes.push(
        keeper.make(id, parts, () => ({
          id,
          type: 'element',
          position: { x, y },
          ...sizes(box),
          handles: handles(box),
          ...(isDragged && { zIndex: inFront }),
          data: { facts: each, ...shown },
        })),
      )
    }
    keeper.finish()
    return nodes
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
const silent = { domAttributes: { 'aria-hidden': true } } as const

export function openEdgeMaker() {
  const keeper = openKeeper<ChainEdge>()
  return (
    { links, findingsAt, assumption }: Pick<ChainData, 'links' | 'findingsAt' | 'assumption'>,
    layout: ChainLayout,
    pointed: Pointed,
  ): ChainEdge[] => {
    const edges: ChainEdge[] = []
    for (const link of links) {
      const from = layout.boxes.get(link.from)
      const to = layout.boxes.get(link.to)
      if (!from || !to) continue
      const findings = findingsAt.get(`link:${link.id}`)
      const found = (findings ?? []).map(({ code }) => code).join()
      const isRisky = link.assumptionIds.some((id) => assumption(id)?.risk === 'high')
      const mark = markOf(`link:${link.id}`, pointed)
      const sides = [from.x, from.y, from.height, to.x, to.y, to.height]
      edges.push(
        keeper.make(link.id, [link, ...sides, found, isRisky, mark], () => ({
          id: link.id,
          type: 'link',
          source: link.from,
          target: link.to,
          data: { link, from, to, findings, isRisky, mark },
          ...silent,
        })),
      )
    }
    keeper.finish()
    return edges
  }
}

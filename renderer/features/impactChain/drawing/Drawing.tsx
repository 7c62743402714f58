import {
  ConnectionMode,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  useReactFlow,
  type Connection,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { columnWidth, columnX, layoutChain, needId, type Column } from '../../../../shared/impact/layout'
import { useMedia } from '../../../ui/useMedia'
import { useText } from '../../../ui/language'
import { useChain, useChainData, type Pointed } from '../chainContext'
import type { ElementFacts } from '../elementFacts'
import { Arrowheads } from './Arrowheads'
import { ColumnHeads } from './ColumnHeads'
import { ElementNode } from './ElementNode'
import { fitWhole } from './fitChain'
import { LinkEdge } from './LinkEdge'
import { NeedNode } from './NeedNode'
import { openEdgeMaker, openNodeMaker, type ChainEdge, type ChainNode } from './nodes'
import { useDrag } from './useDrag'
import { useDrawingKeys } from './useDrawingKeys'
import { useShowing } from './useShowing'
import { ViewButtons } from './ViewButtons'
import css from './drawing.module.css'

const nodeTypes = { element: ElementNode, need: NeedNode }
const edgeTypes = { link: LinkEdge }

interface DrawingProps {
  /** What to bring into view, such as `element:<id>`; a new object asks again. */
  showing: { readonly place: string } | null
  facts: ReadonlyMap<string, ElementFacts>
  pointed: Pointed
}

/** The chain drawn: columns from need to societal impact. It runs from left to right in every language. */
const Drawing = memo(function Drawing(props: DrawingProps) {
  return (
    <ReactFlowProvider>
      <DrawnChain {...props} />
    </ReactFlowProvider>
  )
})
export default Drawing

function DrawnChain({ showing, facts, pointed }: DrawingProps) {
  const t = useText('impactChain')
  const { actions, canWrite, open } = useChain()
  const data = useChainData()
  const { elements, need } = data
  const layout = useMemo(() => layoutChain(elements, need), [elements, need])
  const [makeNodes] = useState(openNodeMaker)
  const [makeEdges] = useState(openEdgeMaker)
  const flow = useReactFlow<ChainNode, ChainEdge>()
  const root = useRef<HTMLDivElement>(null)
  const isFine = useMedia('(pointer: fine)')
  const [currentId, setCurrent] = useState<string>(needId)
  const current = layout.boxes.has(currentId) ? currentId : needId
  const drag = useDrag(layout)
  const nodes = makeNodes(facts, data, layout, pointed, current, drag.dragged)
  const edges = useMemo(() => makeEdges(data, layout, pointed), [makeEdges, data, layout, pointed])
  useShowing(showing, layout, flow, root)
  const onKeyDown = useDrawingKeys(layout, current, setCurrent, root)

  const connect = useCallback(
    ({ source, target }: Connection) => {
      if (source !== target && source !== needId && target !== needId) actions.link(source, target)
    },
    [actions],
  )
  const latestLayout = useRef(layout)
  useLayoutEffect(() => {
    latestLayout.current = layout
  })
  const fit = useCallback(
    (moving: { duration?: number }) => {
      const field = root.current?.querySelector('.react-flow')
      if (field) void flow.setViewport(fitWhole(latestLayout.current, field), moving)
    },
    [flow],
  )
  const add = useCallback(
    (column: Column) => {
      if (column === needId) return
      const id = actions.addElement(column)
      if (id) open({ kind: 'element', id })
    },
    [actions, open],
  )
  return (
    <div
      ref={root}
      className={css.drawing}
      role="group"
      aria-label={t('drawing.label')}
      onKeyDown={onKeyDown}
      onFocus={({ target }) =>
        target instanceof HTMLElement && target.dataset.node && setCurrent(target.dataset.node)
      }
    >
      <ColumnHeads add={add} />
      <Arrowheads />
      <ReactFlow<ChainNode, ChainEdge>
        className={css.flow!}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={90}
        nodesDraggable={canWrite && isFine}
        nodesConnectable={canWrite}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        nodeDragThreshold={6}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.25}
        maxZoom={1.6}
        onConnect={connect}
        onNodeClick={(_event, node) =>
          open(node.id === needId ? { kind: 'about' } : { kind: 'element', id: node.id })
        }
        onEdgeClick={(_event, edge) => open({ kind: 'link', id: edge.id })}
        onNodeDrag={(_event, node) => drag.move(node)}
        onNodeDragStop={(_event, node) => drag.drop(node, actions.moveElement)}
      >
        <Panel position="bottom-left">
          <ViewButtons fit={fit} />
        </Panel>
        {drag.place && (
          <ViewportPortal>
            <div
              className={css.drop}
              style={{
                inlineSize: columnWidth,
                transform: `translate(${columnX(drag.place.step)}px, ${drag.place.y - 2}px)`,
              }}
            />
          </ViewportPortal>
        )}
      </ReactFlow>
    </div>
  )
}

import { Handle, Position, type NodeProps } from '@xyflow/react'
import { memo, useContext } from 'react'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { PointedContext, useChain } from '../chainContext'
import { ElementMarks } from '../ElementMarks'
import { ElementMenu } from '../ElementMenu'
import { NegativeWord } from '../NegativeWord'
import { useNames } from '../useNames'
import { useElementWords } from './useElementWords'
import { CurrentContext } from './currentContext'
import type { ElementNodeType } from './nodes'
import css from './node.module.css'

/** One element in the drawing. */
export const ElementNode = memo(function ElementNode({
  data: { element },
  dragging,
}: NodeProps<ElementNodeType>) {
  const names = useNames()
  const t = useText('impactChain')
  const { canWrite } = useChain()
  const { selected, highlighted } = useContext(PointedContext)
  const { current, setCurrent } = useContext(CurrentContext)
  const words = useElementWords(element)
  const place = `element:${element.id}`
  const isCurrent = current === element.id
  return (
    <div
      className={joinClasses(
        css.node,
        css[element.type],
        element.negative && css.negative,
        selected === place && css.selected,
        highlighted === place && css.highlighted,
        dragging && css.dragging,
      )}
    >
      <Handle type="target" position={Position.Left} className={css.handle!} isConnectable={canWrite} />
      <div
        className={css.inside}
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={words}
        aria-roledescription={t('drawing.element')}
        data-node={element.id}
        onFocus={() => setCurrent(element.id)}
      >
        {element.negative && <NegativeWord />}
        <span className={css.title} dir="auto" title={element.title}>
          {names.element(element)}
        </span>
      </div>
      <div className={css.foot}>
        <ElementMarks element={element} />
        {(isCurrent || selected === place) && (
          <span className={joinClasses(css.menu, 'nodrag')}>
            <ElementMenu element={element} isOutOfTabOrder={!isCurrent} />
          </span>
        )}
      </div>
      <Handle type="source" position={Position.Right} className={css.handle!} isConnectable={canWrite} />
    </div>
  )
})

import { Handle, Position, type NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { stepOf } from '../../../../shared/impact/steps'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { useChain } from '../chainContext'
import type { ElementFacts } from '../elementFacts'
import { ElementMarks } from '../ElementMarks'
import { ElementMenuButton } from '../ElementMenuButton'
import { NegativeWord } from '../NegativeWord'
import { useNames } from '../useNames'
import type { ElementNodeType } from './nodes'
import css from './node.module.css'

/** One element in the drawing. */
export const ElementNode = memo(function ElementNode({
  data: { facts, mark, isCurrent },
  dragging,
}: NodeProps<ElementNodeType>) {
  const t = useText('impactChain')
  const names = useNames()
  const { canWrite } = useChain()
  const { element } = facts
  return (
    <div
      className={joinClasses(
        css.node,
        css[element.type],
        element.negative && css.negative,
        mark && css[mark],
        dragging && css.dragging,
      )}
    >
      <Handle type="target" position={Position.Left} className={css.handle!} isConnectable={canWrite} />
      <div
        className={css.inside}
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={useWords(facts)}
        aria-roledescription={t('drawing.element')}
        data-node={element.id}
      >
        {element.negative && <NegativeWord />}
        <span className={css.title} dir="auto" title={element.title}>
          {names.element(element)}
        </span>
      </div>
      <div className={css.foot}>
        <ElementMarks facts={facts} />
        {(isCurrent || mark === 'selected') && (
          <span className={joinClasses(css.menu, 'nodrag')}>
            <ElementMenuButton element={element} isOutOfTabOrder={!isCurrent} />
          </span>
        )}
      </div>
      <Handle type="source" position={Position.Right} className={css.handle!} isConnectable={canWrite} />
    </div>
  )
})

/** What a screen reader says of an element: what it is, how it is linked, what was found. */
function useWords({ element, into, outOf, findings }: ElementFacts): string {
  const t = useText('impactChain')
  const names = useNames()
  const list = (ends: ElementFacts['into']) => ends.map(({ name }) => name).join(', ')
  return [
    names.element(element),
    t(`step.${stepOf(element)}.one`),
    element.negative && t('element.negativeWord'),
    into.length > 0 && t('link.from', { name: list(into) }),
    outOf.length > 0 && t('link.to', { name: list(outOf) }),
    findings.length > 0 && t('findings.count', { count: findings.length }),
  ]
    .filter(Boolean)
    .join('. ')
}

import type { NodeProps } from '@xyflow/react'
import { memo, useContext } from 'react'
import { needId } from '../../../../shared/impact/layout'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { PointedContext, useChainData } from '../chainContext'
import { PeopleAt } from '../ElementMarks'
import { FindingMark } from '../FindingMark'
import { CurrentContext } from './currentContext'
import type { NeedNodeType } from './nodes'
import css from './node.module.css'

/** The need that the chain answers, before all steps. */
export const NeedNode = memo(function NeedNode({ data: { need } }: NodeProps<NeedNodeType>) {
  const t = useText('impactChain')
  const { findingsAt } = useChainData()
  const { selected, highlighted } = useContext(PointedContext)
  const { current, setCurrent } = useContext(CurrentContext)
  const finding = findingsAt.get(needId)?.[0]
  return (
    <div
      className={joinClasses(
        css.node,
        css.need,
        selected === needId && css.selected,
        highlighted === needId && css.highlighted,
      )}
    >
      <div
        className={css.inside}
        role="button"
        tabIndex={current === needId ? 0 : -1}
        aria-label={`${t('step.need.title')}. ${need.trim() || t('drawing.noNeed')}`}
        data-node={needId}
        onFocus={() => setCurrent(needId)}
      >
        <span className={joinClasses(css.title, css.needText)} dir="auto">
          {need.trim() || t('drawing.noNeed')}
        </span>
      </div>
      <div className={css.foot}>
        {finding && (
          <span className={css.finding} data-severity={finding.severity}>
            <FindingMark severity={finding.severity} />
          </span>
        )}
        <PeopleAt what={needId} />
      </div>
    </div>
  )
})

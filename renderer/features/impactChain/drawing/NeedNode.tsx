import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { needId } from '../../../../shared/impact/layout'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { PeopleAt } from '../ElementMarks'
import { FindingMark } from '../FindingMark'
import type { NeedNodeType } from './nodes'
import css from './node.module.css'

/** The need that the chain answers, before all steps. */
export const NeedNode = memo(function NeedNode({
  data: { need, finding, mark, isCurrent },
}: NodeProps<NeedNodeType>) {
  const t = useText('impactChain')
  const words = need.trim() || t('drawing.noNeed')
  return (
    <div className={joinClasses(css.node, css.need, mark && css[mark])}>
      <div
        className={css.inside}
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${t('step.need.title')}. ${words}`}
        data-node={needId}
      >
        <span className={joinClasses(css.title, css.needText)} dir="auto">
          {words}
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

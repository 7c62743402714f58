import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { CircleHelp } from 'lucide-react'
import { memo } from 'react'
import { linkPath } from '../../../../shared/impact/linkPath'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { useChain } from '../chainContext'
import { FindingMark } from '../FindingMark'
import { useNames } from '../useNames'
import { arrowheads } from './Arrowheads'
import type { ChainEdge, DrawnLink } from './nodes'
import css from './link.module.css'

/** A link as a calm curve, with the marks of its assumptions and of what was found. */
export const LinkEdge = memo(function LinkEdge({ data }: EdgeProps<ChainEdge>) {
  if (!data) return null
  const { link, from, to, findings, mark } = data
  const { path, middle } = linkPath(from, to)
  const isWrongWay = findings?.some(({ code }) => code === 'IC-09') === true
  const hasMark = link.assumptionIds.length > 0 || findings?.some(({ severity }) => severity !== 'info')
  const arrowhead = mark ? arrowheads.marked : isWrongWay ? arrowheads.wrong : arrowheads.plain
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        markerEnd={`url(#${arrowhead})`}
        className={joinClasses(css.link, isWrongWay && css.wrongWay, mark && css.marked)}
      />
      {hasMark && (
        <EdgeLabelRenderer>
          <LinkMark {...data} middle={middle} />
        </EdgeLabelRenderer>
      )}
    </>
  )
})

/** For a hand on a mouse or a finger; by keyboard a link is reached from its elements. */
function LinkMark({ link, findings, isRisky, middle }: DrawnLink & { middle: { x: number; y: number } }) {
  const t = useText('impactChain')
  const names = useNames()
  const { open, now } = useChain()
  const weightiest = findings?.find(({ severity }) => severity !== 'info')
  const words = [
    names.link(link, now()),
    t('assumption.count', { count: link.assumptionIds.length }),
    findings && t('findings.count', { count: findings.length }),
  ]
  return (
    <button
      type="button"
      tabIndex={-1}
      className={joinClasses(css.mark, isRisky && css.risky, 'nodrag', 'nopan')}
      style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
      aria-label={words.filter(Boolean).join('. ')}
      onClick={() => open({ kind: 'link', id: link.id })}
    >
      {link.assumptionIds.length > 0 && (
        <>
          <CircleHelp aria-hidden="true" />
          {link.assumptionIds.length}
        </>
      )}
      {weightiest && (
        <span className={css.finding} data-severity={weightiest.severity}>
          <FindingMark severity={weightiest.severity} />
        </span>
      )}
    </button>
  )
}

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { CircleHelp } from 'lucide-react'
import { memo, useContext } from 'react'
import { linkPath } from '../../../../shared/impact/linkPath'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { PointedContext, useChain, useChainData } from '../chainContext'
import { FindingMark } from '../FindingMark'
import { useNames } from '../useNames'
import { arrowheads } from './Arrowheads'
import type { ChainEdge } from './nodes'
import css from './link.module.css'

/** A link as a calm curve, with the marks of its assumptions and of what was found. */
export const LinkEdge = memo(function LinkEdge({ data }: EdgeProps<ChainEdge>) {
  const t = useText('impactChain')
  const names = useNames()
  const { open } = useChain()
  const chain = useChainData()
  const { selected, highlighted } = useContext(PointedContext)
  if (!data) return null
  const { link, from, to } = data
  const { path, middle } = linkPath(from, to)
  const place = `link:${link.id}`
  const findings = chain.findingsAt.get(place) ?? []
  const isWrongWay = findings.some(({ code }) => code === 'IC-09')
  const weightiest = findings.find(({ severity }) => severity !== 'info')
  const hasMark = link.assumptionIds.length > 0 || weightiest !== undefined
  const isRisky = link.assumptionIds.some((id) => chain.assumption(id)?.risk === 'high')
  const isMarked = selected === place || highlighted === place
  const arrowhead = isMarked ? arrowheads.marked : isWrongWay ? arrowheads.wrong : arrowheads.plain
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        markerEnd={`url(#${arrowhead})`}
        className={joinClasses(
          css.link,
          isWrongWay && css.wrongWay,
          selected === place && css.selected,
          highlighted === place && css.highlighted,
        )}
      />
      {hasMark && (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            className={joinClasses(css.mark, isRisky && css.risky, 'nodrag', 'nopan')}
            style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
            aria-label={[
              names.link(link, chain),
              t('assumption.count', { count: link.assumptionIds.length }),
              findings.length > 0 && t('findings.count', { count: findings.length }),
            ]
              .filter(Boolean)
              .join('. ')}
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
        </EdgeLabelRenderer>
      )}
    </>
  )
})

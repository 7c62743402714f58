import type { Indicator } from '../../../../shared/document/impactChain'
import { drawProgress } from '../../../../shared/impact/progressChart'
import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { useNumbers } from '../useNumbers'
import css from './indicator.module.css'

const field = { width: 320, height: 120, start: 8, end: 8, above: 18, below: 20 }

/** The measured values over time, with the way from baseline to target. The rows below say the same in numbers. */
export function ProgressChart({ indicator }: { indicator: Indicator }) {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { facts } = useChainData()
  const drawn = drawProgress(indicator, facts.start || null, field)
  if (!drawn) return null
  const { points, way, days } = drawn
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${field.width} ${field.height}`}
      role="img"
      aria-label={t('measure.chart', { count: points.length })}
    >
      <line
        className={css.axis}
        x1={field.start}
        x2={field.width - field.end}
        y1={field.height - field.below}
        y2={field.height - field.below}
      />
      {way && (
        <>
          <line className={css.target} x1={way.from.x} y1={way.from.y} x2={way.to.x} y2={way.to.y} />
          <text className={css.targetWord} x={way.to.x} y={Math.max(12, way.to.y - 6)} textAnchor="end">
            {t('measure.targetWord', { value: numbers.show(way.to.value) })}
          </text>
        </>
      )}
      <polyline className={css.values} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }, at) => (
        <circle key={at} className={css.point} cx={x} cy={y} r="3.5" />
      ))}
      <text x={field.start} y={field.height - 5}>
        {days.first}
      </text>
      {days.last !== days.first && (
        <text x={field.width - field.end} y={field.height - 5} textAnchor="end">
          {days.last}
        </text>
      )}
    </svg>
  )
}

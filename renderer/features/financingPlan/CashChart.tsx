import { useId, useMemo, useRef } from 'react'
import { scenarioNames, type ScenarioName } from '../../../shared/document/financingPlan'
import { layOutCash } from '../../../shared/financing/cashChart'
import { formatKronor } from '../../../shared/money/format'
import { divideRounded } from '../../../shared/money/round'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { CashTable } from './CashTable'
import { periodLabel } from './periodLabel'
import { usePlanPage } from './planContext'
import { ScenarioMark } from './ScenarioMark'
import type { Figures } from './usePlan'
import { useWidth } from './useWidth'
import css from './chart.module.css'

interface CashChartProps {
  figures: Figures
  scenario: ScenarioName
}

const height = 190
const inset = { top: 14, bottom: 22, start: 46, end: 12 }

/** Closing cash of the three scenarios, the low point named, and the same as a table. */
export function CashChart({ figures, scenario }: CashChartProps) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const hatch = useId()
  const box = useRef<HTMLDivElement>(null)
  const width = Math.max(220, useWidth(box))
  const { input, plan } = figures
  const { periods, periodType, liquidityBuffer: buffer } = input
  const chart = useMemo(
    () =>
      layOutCash(
        scenarioNames.map((name) => plan.scenarios[name].closingCash),
        [buffer],
      ),
    [plan, buffer],
  )
  const innerWidth = width - inset.start - inset.end
  const innerHeight = height - inset.top - inset.bottom
  const x = (share: number) => inset.start + share * innerWidth
  const y = (share: number) => inset.top + share * innerHeight
  const low = plan.scenarios[scenario].liquidityLowPoint
  const lowAt = chart.lines[scenarioNames.indexOf(scenario)]![periods.indexOf(low.period)]!
  const label = (period: string) => periodLabel(periodType, period, t, locale)
  const lowWords = t('chart.low', { amount: formatKronor(low.amount, locale), period: label(low.period) })
  const isOnRight = lowAt.x > 0.5
  const isShort = low.amount < 0

  return (
    <figure className={css.figure}>
      <figcaption className={css.caption}>
        <span>
          {t('chart.title')} <span className={css.unit}>{t('chart.unit')}</span>
        </span>
        <span className={joinClasses(css.lowWords, isShort && css.short)}>{lowWords}</span>
      </figcaption>
      <div ref={box} className={css.box}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('chart.alternative', { scenario: t(`scenario.${scenario}`), low: lowWords })}
          className={css.svg}
        >
          <defs>
            <pattern
              id={hatch}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="3" height="7" className={css.hatch} />
            </pattern>
          </defs>
          {chart.zeroY < 1 && (
            <rect
              x={inset.start}
              y={y(chart.zeroY)}
              width={innerWidth}
              height={y(1) - y(chart.zeroY)}
              fill={`url(#${hatch})`}
            />
          )}
          {chart.ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={inset.start}
                x2={width - inset.end}
                y1={y(chart.yOf(tick))}
                y2={y(chart.yOf(tick))}
                className={tick === 0 ? css.zero : css.grid}
              />
              <text x={inset.start - 6} y={y(chart.yOf(tick))} className={css.tick}>
                {thousands(tick, locale)}
              </text>
            </g>
          ))}
          {buffer > 0 && (
            <g>
              <line
                x1={inset.start}
                x2={width - inset.end}
                y1={y(chart.yOf(buffer))}
                y2={y(chart.yOf(buffer))}
                className={css.buffer}
              />
              <text x={width - inset.end} y={y(chart.yOf(buffer)) - 4} className={css.bufferWord}>
                {t('chart.buffer')}
              </text>
            </g>
          )}
          {[...scenarioNames]
            .sort((a, b) => Number(a === scenario) - Number(b === scenario))
            .map((name) => {
              const points = chart.lines[scenarioNames.indexOf(name)]!
              return (
                <g key={name} className={joinClasses(css.line, css[name], name === scenario && css.chosen)}>
                  <polyline points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')} />
                  {points.map((point, at) => (
                    <ScenarioMark
                      key={at}
                      scenario={name}
                      x={x(point.x)}
                      y={y(point.y)}
                      size={name === scenario ? 4 : 3}
                    />
                  ))}
                </g>
              )
            })}
          <g className={css.low}>
            <circle cx={x(lowAt.x)} cy={y(lowAt.y)} r={9} />
            <text
              x={x(lowAt.x) + (isOnRight ? -12 : 12)}
              y={Math.min(height - inset.bottom - 4, y(lowAt.y) + 16)}
              textAnchor={isOnRight ? 'end' : 'start'}
            >
              {formatKronor(low.amount, locale)}
            </text>
          </g>
          <text x={inset.start} y={height - 6} className={css.period}>
            {label(periods[0]!)}
          </text>
          {periods.length > 1 && (
            <text x={width - inset.end} y={height - 6} className={joinClasses(css.period, css.last)}>
              {label(periods.at(-1)!)}
            </text>
          )}
        </svg>
      </div>
      <ul className={css.legend} aria-hidden="true">
        {scenarioNames.map((name) => (
          <li
            key={name}
            className={joinClasses(css.key, css.line, css[name], name === scenario && css.chosen)}
          >
            <svg width="28" height="12" viewBox="0 0 28 12">
              <polyline points="0,6 28,6" />
              <ScenarioMark scenario={name} x={14} y={6} size={4} />
            </svg>
            {t(`scenario.${name}`)}
          </li>
        ))}
      </ul>
      <CashTable figures={figures} label={label} />
    </figure>
  )
}

/** Thousands of kronor, with the reader's minus. */
function thousands(ore: number, locale: string): string {
  return formatKronor(divideRounded(ore, 1000), locale).replace(/\s*kr$/, '')
}

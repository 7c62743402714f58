import { useCallback, useContext, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { Finding } from '../../../shared/checks/finding'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { fetchLater } from '../../ui/fetchLater'
import { useText } from '../../ui/language'
import { Grid } from './Grid'
import { Overview } from './Overview'
import { DetailsContext, usePlanPage } from './planContext'
import { useDeletedUnderway } from './useOthersRows'
import { RowCards } from './RowCards'
import { gridSeries } from './rowSeries'
import type { Computed, Plan } from './usePlan'
import { useWidth } from './useWidth'
import css from './plan.module.css'

const RowDetails = fetchLater('row details', () => import('./details/RowDetails'))

/** Narrower than this, in rem, the figures come first and the rows as a list. */
const narrow = 56

interface PlanBodyProps {
  plan: Plan
  computed: Computed
  scenario: ScenarioName
  focusOn: string | null
  /** The row that an empty plan was begun with. */
  begun?: string | null
}

/** Rows and figures side by side, or below each other where there is no room. */
export function PlanBody({ plan, computed, scenario, focusOn, begun = null }: PlanBodyProps) {
  const t = useText('financingPlan')
  const { actions, showDetails, highlight } = usePlanPage()
  const details = useContext(DetailsContext)
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const isNarrow = width > 0 && width < narrow * 16
  const { figures, problem } = computed
  const series = useMemo(() => figures && gridSeries(figures, scenario), [figures, scenario])
  useDeletedUnderway(plan, details, actions)
  useEffect(() => {
    if (begun !== null && isNarrow) showDetails(begun)
  }, [begun, isNarrow, showDetails])
  useEffect(() => {
    if (focusOn !== null) highlight(focusOn)
  }, [focusOn, highlight])

  // What is beside the rows may come a moment later than what is typed.
  const settled = useDeferredValue(plan)
  const showFinding = useCallback(
    ({ code, target }: Finding) => {
      if (code === 'FP-11' && settled.byId.has(target)) showDetails(target)
      else if (settled.byId.has(target)) highlight(target)
      else if (settled.periods.includes(target)) highlight('closingCash', target)
    },
    [settled, showDetails, highlight],
  )
  const detailed = details === null ? undefined : plan.byId.get(details)
  const overview = (
    <Overview
      plan={settled}
      figures={figures}
      problem={problem}
      scenario={scenario}
      show={showFinding}
      isFolded={isNarrow}
    />
  )
  return (
    <div ref={body} className={css.body} data-narrow={isNarrow || undefined}>
      {isNarrow && overview}
      <section className={css.rows} aria-label={t('rows.label')}>
        {isNarrow ? (
          <RowCards plan={plan} series={series} />
        ) : (
          <Grid plan={plan} series={series} isStale={problem !== null} begun={begun} />
        )}
      </section>
      {!isNarrow && overview}
      {detailed && (
        <RowDetails
          key={detailed.row.id}
          planRow={detailed}
          plan={plan}
          figures={figures}
          series={series}
          close={() => showDetails(null)}
        />
      )}
    </div>
  )
}

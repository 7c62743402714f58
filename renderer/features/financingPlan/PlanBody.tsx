import { useContext, useEffect, useMemo, useRef } from 'react'
import type { Finding } from '../../../shared/checks/finding'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { useText } from '../../ui/language'
import { RowDetails } from './details/RowDetails'
import { Grid } from './Grid'
import { Overview } from './Overview'
import { DetailsContext, usePlanPage } from './planContext'
import { useDeletedUnderway } from './useOthersRows'
import { RowCards } from './RowCards'
import { gridSeries } from './rowSeries'
import type { Computed, Plan } from './usePlan'
import { useWidth } from './useWidth'
import css from './plan.module.css'

/** Narrower than this, in rem, the figures come first and the rows as a list. */
const narrow = 56

interface PlanBodyProps {
  plan: Plan
  computed: Computed
  scenario: ScenarioName
  focusOn: string | null
}

/** Rows and figures side by side, or below each other where there is no room. */
export function PlanBody({ plan, computed, scenario, focusOn }: PlanBodyProps) {
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
    if (focusOn !== null) highlight(focusOn)
  }, [focusOn, highlight])

  const showFinding = ({ code, target }: Finding) => {
    if (code === 'FP-11' && plan.byId.has(target)) showDetails(target)
    else if (plan.byId.has(target)) highlight(target)
    else if (plan.periods.includes(target)) highlight('closingCash', target)
  }
  const detailed = details === null ? undefined : plan.byId.get(details)
  const overview = (
    <Overview
      plan={plan}
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
          <Grid plan={plan} series={series} isStale={problem !== null} />
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

import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Finding } from '../../../shared/checks/finding'
import type { InvalidInput } from '../../../shared/checks/invalidInput'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { titleOf } from '../../../shared/document/planRows'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { CashChart } from './CashChart'
import { Findings } from './Findings'
import { KeyFigures } from './KeyFigures'
import type { Figures, Plan } from './usePlan'
import css from './plan.module.css'

interface OverviewProps {
  plan: Plan
  figures: Figures | null
  problem: InvalidInput | null
  scenario: ScenarioName
  show: (finding: Finding) => void
  /** Advice waits behind a word, so that the rows are not far below. */
  isFolded: boolean
}

/** The cash curve, the figures and the findings beside the rows, live. */
export const Overview = memo(function Overview(props: OverviewProps) {
  const { plan, figures, problem, scenario, show, isFolded } = props
  const t = useText('financingPlan')
  const meant = problem?.findings.map(({ target }) => plan.byId.get(target)).find((row) => row !== undefined)
  return (
    <aside className={css.overview} aria-label={t('overview.label')}>
      <div role="status" className={css.status}>
        {problem && (
          <p className={css.stale}>
            <TriangleAlert aria-hidden="true" />
            {meant
              ? t('overview.staleRow', { row: titleOf(meant) || t('row.untitled') })
              : t('overview.stale')}
          </p>
        )}
      </div>
      {figures && (
        <div className={joinClasses(css.live, problem && css.grey)}>
          <CashChart figures={figures} scenario={scenario} />
          <KeyFigures plan={plan} figures={figures} scenario={scenario} />
        </div>
      )}
      <Findings
        findings={problem?.findings ?? figures?.plan.findings ?? []}
        plan={plan}
        show={show}
        isFolded={isFolded}
      />
    </aside>
  )
})

import type { InvalidInput } from '../../../shared/checks/invalidInput'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { formatKronor } from '../../../shared/money/format'
import { useText } from '../../ui/language'
import { usePlanPage } from './planContext'
import type { Figures, Plan } from './usePlan'
import css from './plan.module.css'

interface OverviewProps {
  plan: Plan
  figures: Figures | null
  problem: InvalidInput | null
  scenario: ScenarioName
}

/** The figures beside the grid, always in view. */
export function Overview({ figures, scenario }: OverviewProps) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const low = figures?.plan.scenarios[scenario].liquidityLowPoint
  return (
    <aside className={css.overview} aria-label={t('overview.label')}>
      {low && (
        <p>
          {t('figure.lowPoint.label')}: {formatKronor(low.amount, locale)}
        </p>
      )}
    </aside>
  )
}

import { scenarioNames, type ScenarioName } from '../../../shared/document/financingPlan'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import css from './plan.module.css'

interface ScenarioSelectProps {
  scenario: ScenarioName
  onChange: (scenario: ScenarioName) => void
}

/** Whose figures are shown. */
export function ScenarioSelect({ scenario, onChange }: ScenarioSelectProps) {
  const t = useText('financingPlan')
  return (
    <Select
      label={t('scenario.label')}
      isLabelHidden
      className={css.choice!}
      value={scenario}
      onChange={onChange}
      choices={scenarioNames.map((id) => ({
        id,
        label: t(`scenario.${id}`),
        description: t(`scenario.${id}Help`),
      }))}
    />
  )
}

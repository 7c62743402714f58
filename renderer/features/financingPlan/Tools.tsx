import { Redo2, Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { scenarioNames, type ScenarioName } from '../../../shared/document/financingPlan'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { usePlanPage } from './planContext'
import css from './plan.module.css'

interface ToolsProps {
  scenario: ScenarioName
  setScenario: (scenario: ScenarioName) => void
}

/** The page's tools, few and large. */
export function Tools({ scenario, setScenario }: ToolsProps) {
  const t = useText('financingPlan')
  const { canWrite, actions, undo } = usePlanPage()
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  return (
    <div className={css.tools} role="group" aria-label={t('tools.label')}>
      <Select
        label={t('scenario.label')}
        isLabelHidden
        className={css.choice!}
        value={scenario}
        onChange={setScenario}
        choices={scenarioNames.map((id) => ({
          id,
          label: t(`scenario.${id}`),
          description: t(`scenario.${id}Help`),
        }))}
      />
      <span className={css.space} />
      {canWrite && (
        <span className={css.pair}>
          <IconButton
            label={t('tools.undo')}
            keys="Ctrl Z"
            icon={<Undo2 className={css.onward} />}
            isDisabled={!canUndo}
            onPress={actions.undo}
          />
          <IconButton
            label={t('tools.redo')}
            keys="Ctrl Y"
            icon={<Redo2 className={css.onward} />}
            isDisabled={!canRedo}
            onPress={actions.redo}
          />
        </span>
      )}
    </div>
  )
}

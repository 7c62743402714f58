import { BookOpen, Redo2, Settings2, Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import type { PlanActions } from './planActions'
import { ScenarioSelect } from './ScenarioSelect'
import css from './plan.module.css'

interface ToolsProps {
  scenario: ScenarioName
  setScenario: (scenario: ScenarioName) => void
  canWrite: boolean
  actions: PlanActions
  undo: OwnUndo
  showSettings: () => void
  showExample: () => void
}

/** The page's tools, few and large. */
export function Tools(props: ToolsProps) {
  const { scenario, setScenario, canWrite, actions, undo, showSettings, showExample } = props
  const t = useText('financingPlan')
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  return (
    <div className={css.tools} role="group" aria-label={t('tools.label')}>
      <ScenarioSelect scenario={scenario} onChange={setScenario} />
      <Button variant="quiet" icon={<Settings2 />} onPress={showSettings}>
        {t('tools.settings')}
      </Button>
      <Button variant="quiet" icon={<BookOpen />} onPress={showExample}>
        {t('tools.example')}
      </Button>
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

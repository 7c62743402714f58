import { ArrowRightToLine, BookOpen, Redo2, Settings2, Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { useRoominess } from '../../ui/useMedia'
import { usePlanPage } from './planContext'
import { ScenarioSelect } from './ScenarioSelect'
import css from './plan.module.css'

interface ToolsProps {
  scenario: ScenarioName
  setScenario: (scenario: ScenarioName) => void
  showSettings: () => void
  showExample: () => void
}

/** The page's tools, few and large. */
export function Tools(props: ToolsProps) {
  const { scenario, setScenario, showSettings, showExample } = props
  const { canWrite, actions, undo, fillRight } = usePlanPage()
  const isPhone = useRoominess() === 'phone'
  const t = useText('financingPlan')
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  return (
    <div className={css.tools} role="group" aria-label={t('tools.label')}>
      <ScenarioSelect scenario={scenario} onChange={setScenario} />
      {isPhone ? (
        <>
          <IconButton label={t('tools.settings')} icon={<Settings2 />} onPress={showSettings} />
          <IconButton label={t('tools.example')} icon={<BookOpen />} onPress={showExample} />
        </>
      ) : (
        <>
          <Button variant="quiet" icon={<Settings2 />} onPress={showSettings}>
            {t('tools.settings')}
          </Button>
          <Button variant="quiet" icon={<BookOpen />} onPress={showExample}>
            {t('tools.example')}
          </Button>
        </>
      )}
      <span className={css.space} />
      {canWrite && (
        <span className={css.pair}>
          {!isPhone && (
            <IconButton
              label={t('tools.fillRight')}
              keys="Ctrl R"
              icon={<ArrowRightToLine className={css.onward} />}
              onPress={fillRight}
            />
          )}
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

import { useMemo, useRef, useState } from 'react'
import { makeExamplePage } from '../../../shared/document/examplePage'
import { planUndo, type ScenarioName } from '../../../shared/document/financingPlan'
import { undoOf } from '../../../shared/document/ownUndo'
import type { Groups } from '../../document/followGroups'
import type { Room } from '../../document/session'
import { Dialog } from '../../ui/Dialog'
import { useLanguage, useText } from '../../ui/language'
import { planActions } from './planActions'
import type { Someone } from './planPlaces'
import { PlanBody } from './PlanBody'
import { PlanProvider } from './PlanProvider'
import { ScenarioSelect } from './ScenarioSelect'
import { useFigures, usePlan } from './usePlan'
import css from './plan.module.css'

const noOne: readonly Someone[] = []
const nobody: Groups<Someone> = { in: () => noOne, subscribe: () => () => undefined }
const onlyRead = { canWrite: false, reason: 'role' } as const
const tellNobody = () => undefined

interface ExampleProps {
  room: Room
  close: () => void
}

/** A worked plan to look at. Nothing of it comes into the plan that one is making. */
export default function Example({ room, close }: ExampleProps) {
  const t = useText('financingPlan')
  return (
    <Dialog title={t('example.title')} isOpen size="full" onOpenChange={(isOpen) => !isOpen && close()}>
      <p>{t('example.text')}</p>
      <ExamplePlan room={room} />
    </Dialog>
  )
}

function ExamplePlan({ room }: { room: Room }) {
  const language = useLanguage()
  const shown = useMemo(
    () => ({ ...room, doc: makeExamplePage(language === 'sv' ? 'sv' : 'en'), rights: () => onlyRead }),
    [room, language],
  )
  const plan = usePlan(shown, 0)
  const computed = useFigures(plan.parts)
  const undo = useMemo(() => undoOf(shown.doc, planUndo), [shown])
  const actions = useMemo(() => planActions(shown, undo, 0), [shown, undo])
  const [scenario, setScenario] = useState<ScenarioName>('base')
  const root = useRef<HTMLDivElement>(null)
  return (
    <PlanProvider
      root={root}
      room={shown}
      canWrite={false}
      actions={actions}
      undo={undo}
      people={nobody}
      tell={tellNobody}
    >
      <div ref={root} className={css.example}>
        <div className={css.tools}>
          <ScenarioSelect scenario={scenario} onChange={setScenario} />
        </div>
        <PlanBody plan={plan} computed={computed} scenario={scenario} focusOn={null} />
      </div>
    </PlanProvider>
  )
}

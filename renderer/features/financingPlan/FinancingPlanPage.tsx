import { Lock } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { planUndo, type ScenarioName } from '../../../shared/document/financingPlan'
import { purgeRows } from '../../../shared/document/planRows'
import { undoOf } from '../../../shared/document/ownUndo'
import { useRights } from '../../document/hooks'
import type { PageProps } from '../../document/page'
import { openPlaceTeller } from '../../document/placeTeller'
import { useUndoCommands } from '../../document/useUndoCommands'
import { fetchLater } from '../../ui/fetchLater'
import { fetchTexts, useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { planActions } from './planActions'
import { PlanBody } from './PlanBody'
import { PlanProvider } from './PlanProvider'
import { followRows, type OwnPlace } from './planPlaces'
import { Start } from './Start'
import { Tools } from './Tools'
import { useOthersRows } from './useOthersRows'
import { usePlanKeys } from './usePlanKeys'
import { useFigures, usePlan } from './usePlan'
import css from './plan.module.css'

const PlanSettings = fetchLater('plan settings', async () => {
  const [settings] = await Promise.all([import('./settings/PlanSettings'), fetchTexts('planSettings')])
  return settings
})
const Example = fetchLater('example plan', () => import('./Example'))

/** What was deleted can be brought back for a day, in ms. */
const keptDeletedFor = 86_400_000

/** A financing plan: money in and out period by period, written by several people at once, computed as they write. */
export default function FinancingPlanPage(props: PageProps) {
  return <FinancingPlan key={props.room.name} {...props} />
}

function FinancingPlan({ room, page, focusOn }: PageProps) {
  const t = useText('financingPlan')
  const { canWrite, reason } = useRights(room)
  const isOnScreen = useOnScreen()
  const plan = usePlan(room, page.createdAt)
  const computed = useFigures(plan.parts)
  const undo = useMemo(() => undoOf(room.doc, planUndo), [room])
  const people = useMemo(() => followRows(room), [room])
  const teller = useMemo(() => openPlaceTeller<OwnPlace>(room), [room])
  const actions = useMemo(() => planActions(room, undo, page.createdAt), [room, undo, page.createdAt])
  const [scenario, setScenario] = useState<ScenarioName>('base')
  const [begun, setBegun] = useState<string | null>(null)
  const [shown, setShown] = useState<'settings' | 'example' | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const othersChanges = useOthersRows(room, plan)
  useUndoCommands(actions)
  usePlanKeys()
  useEffect(() => teller.stop, [teller])
  useEffect(() => {
    if (canWrite) purgeRows(room.doc, Date.now() - keptDeletedFor)
  }, [room, canWrite])
  const showExample = () => setShown('example')
  const isEmpty = plan.byId.size === 0

  return (
    <PlanProvider
      root={root}
      room={room}
      canWrite={canWrite}
      actions={actions}
      undo={undo}
      people={people}
      tell={teller.tell}
    >
      <div ref={root} className={css.page}>
        {!isOnScreen && (
          <Tools
            scenario={scenario}
            setScenario={setScenario}
            showSettings={() => setShown('settings')}
            showExample={showExample}
          />
        )}
        {!canWrite && !isOnScreen && (
          <p className={css.message}>
            <Lock aria-hidden="true" />
            {t(`readOnly.${reason ?? 'role'}`)}
          </p>
        )}
        {plan.damaged > 0 && <p className={css.message}>{t('damaged', { count: plan.damaged })}</p>}
        {isEmpty && canWrite ? (
          <Start actions={actions} showExample={showExample} begin={setBegun} />
        ) : (
          <PlanBody plan={plan} computed={computed} scenario={scenario} focusOn={focusOn} begun={begun} />
        )}
        <div className={css.forEars} aria-live="polite">
          {othersChanges}
        </div>
        {shown === 'settings' && <PlanSettings plan={plan} close={() => setShown(null)} />}
        {shown === 'example' && <Example room={room} close={() => setShown(null)} />}
      </div>
    </PlanProvider>
  )
}

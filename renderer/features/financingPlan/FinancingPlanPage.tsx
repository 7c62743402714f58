import { Lock } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../shared/checks/finding'
import { planUndo, type ScenarioName } from '../../../shared/document/financingPlan'
import { undoOf } from '../../../shared/document/ownUndo'
import { useRights } from '../../document/hooks'
import type { PageProps } from '../../document/page'
import { openPlaceTeller } from '../../document/placeTeller'
import { useUndoCommands } from '../../document/useUndoCommands'
import { localeOf, useLanguage, useText } from '../../ui/language'
import { Grid } from './Grid'
import { Overview } from './Overview'
import { planActions } from './planActions'
import { PlanContext, type PlanPage } from './planContext'
import { followRows, type OwnPlace } from './planPlaces'
import { gridSeries } from './rowSeries'
import { Tools } from './Tools'
import { useHighlight } from './useHighlight'
import { useFigures, usePlan } from './usePlan'
import { useWidth } from './useWidth'
import css from './plan.module.css'

/** Narrower than this, in rem, the figures come first and the rows as a list. */
const narrow = 56

/** A financing plan: money in and out period by period, written by several people at once, computed as they write. */
export default function FinancingPlanPage(props: PageProps) {
  return <FinancingPlan key={props.room.name} {...props} />
}

function FinancingPlan({ room, page, focusOn }: PageProps) {
  const t = useText('financingPlan')
  const locale = localeOf[useLanguage()]
  const rights = useRights(room)
  const plan = usePlan(room, page.createdAt)
  const { figures, problem } = useFigures(plan.parts)
  const undo = useMemo(() => undoOf(room.doc, planUndo), [room])
  const people = useMemo(() => followRows(room), [room])
  const teller = useMemo(() => openPlaceTeller<OwnPlace>(room), [room])
  const actions = useMemo(() => planActions(room, undo, page.createdAt), [room, undo, page.createdAt])
  const [scenario, setScenario] = useState<ScenarioName>('base')
  const [, setDetails] = useState<string | null>(null)
  const [highlighted, highlight] = useHighlight()
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const isNarrow = width > 0 && width < narrow * 16
  useUndoCommands(actions)
  useEffect(() => teller.stop, [teller])
  useEffect(() => {
    if (focusOn !== null) highlight(focusOn)
  }, [focusOn, highlight])

  const shared = useMemo<PlanPage>(
    () => ({
      room,
      canWrite: rights.canWrite,
      locale,
      actions,
      undo,
      people,
      tell: teller.tell,
      showDetails: setDetails,
      highlighted,
    }),
    [room, rights.canWrite, locale, actions, undo, people, teller, highlighted],
  )
  const series = useMemo(() => figures && gridSeries(figures, scenario), [figures, scenario])

  const showFinding = ({ target }: Finding) => {
    if (plan.byId.has(target)) highlight(target)
    else if (plan.periods.includes(target)) highlight('closingCash', target)
  }

  return (
    <PlanContext value={shared}>
      <div ref={root} className={css.page} data-narrow={isNarrow || undefined}>
        <Tools scenario={scenario} setScenario={setScenario} />
        {!rights.canWrite && (
          <p className={css.message}>
            <Lock aria-hidden="true" />
            {t(`readOnly.${rights.reason ?? 'role'}`)}
          </p>
        )}
        {plan.damaged > 0 && <p className={css.message}>{t('damaged', { count: plan.damaged })}</p>}
        <div className={css.body}>
          <div className={css.rows}>
            <p id="grid-hint" className={css.forEars}>
              {t('grid.hint')}
            </p>
            <Grid plan={plan} series={series} isStale={problem !== null} />
          </div>
          <Overview plan={plan} figures={figures} problem={problem} scenario={scenario} show={showFinding} />
        </div>
      </div>
    </PlanContext>
  )
}

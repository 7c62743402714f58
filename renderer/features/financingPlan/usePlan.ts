// The plan as plain data, and its figures computed beside the typing.
import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore, useCallback } from 'react'
import { isInvalidInput, type InvalidInput } from '../../../shared/checks/invalidInput'
import {
  readParameters,
  readPlanFacts,
  readScenarios,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
  watchPlan,
  type PlanTable,
} from '../../../shared/document/financingPlan'
import { byOrder } from '../../../shared/document/order'
import { planInput, type PlanParts } from '../../../shared/document/planInput'
import { factsInUse, type PlanRow } from '../../../shared/document/planRows'
import { computeFinancingPlan } from '../../../shared/financing/computePlan'
import type { FinancingInput } from '../../../shared/financing/input'
import { periodNames } from '../../../shared/financing/periodNames'
import type { FinancingPlan } from '../../../shared/financing/result'
import { useRecords, useView } from '../../document/hooks'
import type { Room } from '../../document/session'

export type RowsByTable = Readonly<Record<PlanTable, readonly PlanRow[]>>

export interface Plan {
  parts: PlanParts
  periods: readonly string[]
  /** In their order. */
  rows: RowsByTable
  byId: ReadonlyMap<string, PlanRow>
  /** Records that could not be read. */
  damaged: number
}

interface Settings extends Pick<PlanParts, 'facts' | 'scenarios' | 'parameters'> {}

function useSettings(room: Room): Settings {
  const kept = useRef<Settings | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      kept.current = null
      return watchPlan(room.doc, () => {
        kept.current = null
        changed()
      })
    },
    [room],
  )
  return useSyncExternalStore(
    subscribe,
    () =>
      (kept.current ??= {
        facts: readPlanFacts(room.doc),
        scenarios: readScenarios(room.doc),
        parameters: readParameters(room.doc),
      }),
  )
}

/** @param createdAt when the page was made, for the periods of a plan that nobody has set up. */
export function usePlan(room: Room, createdAt: number): Plan {
  const settings = useSettings(room)
  const views = {
    sources: useView(room, viewSources),
    personnel: useView(room, viewPersonnel),
    fixedCosts: useView(room, viewFixedCosts),
    variableCosts: useView(room, viewVariableCosts),
  }
  const sources = useRecords(views.sources)
  const personnel = useRecords(views.personnel)
  const fixedCosts = useRecords(views.fixedCosts)
  const variableCosts = useRecords(views.variableCosts)
  const damaged = Object.values(views).reduce((sum, view) => sum + view.bad().length, 0)

  const facts = useMemo(() => factsInUse(settings.facts, createdAt), [settings, createdAt])
  const { periodType, firstPeriod, periodCount } = facts
  const periods = useMemo(
    () => periodNames(periodType, firstPeriod, periodCount),
    [periodType, firstPeriod, periodCount],
  )
  return useMemo(() => {
    const rows: RowsByTable = {
      sources: inOrder('sources', sources),
      personnel: inOrder('personnel', personnel),
      fixedCosts: inOrder('fixedCosts', fixedCosts),
      variableCosts: inOrder('variableCosts', variableCosts),
    }
    return {
      parts: { ...settings, facts, sources, personnel, fixedCosts, variableCosts },
      periods,
      rows,
      byId: new Map(
        Object.values(rows)
          .flat()
          .map((each) => [each.row.id, each]),
      ),
      damaged,
    }
  }, [settings, facts, periods, sources, personnel, fixedCosts, variableCosts, damaged])
}

/** Each record's row, the same one until the record changes, so that nothing else is drawn again. */
const made = new WeakMap<PlanRow['row'], PlanRow>()

function inOrder(table: PlanTable, records: readonly PlanRow['row'][]): PlanRow[] {
  return [...records].sort(byOrder).map((row) => {
    let planRow = made.get(row)
    if (!planRow) made.set(row, (planRow = { table, row } as PlanRow))
    return planRow
  })
}

/** What was computed from one state of the plan. */
export interface Figures {
  readonly input: FinancingInput
  readonly plan: FinancingPlan
}

export interface Computed {
  /** The last figures that could be computed; null when there never were any. */
  figures: Figures | null
  /** Why there are no figures for the plan as it is now; null when there are. */
  problem: InvalidInput | null
}

/** Computed after the screen has answered the typing, so that typing never waits. */
export function useFigures(parts: PlanParts): Computed {
  const settled = useDeferredValue(parts)
  const computed = useMemo((): Computed => {
    const input = planInput(settled)
    const result = computeFinancingPlan(input)
    return isInvalidInput(result)
      ? { figures: null, problem: result }
      : { figures: { input, plan: result }, problem: null }
  }, [settled])
  const [good, setGood] = useState<Figures | null>(null)
  if (computed.figures && good !== computed.figures) setGood(computed.figures)
  return useMemo(() => (computed.figures ? computed : { ...computed, figures: good }), [computed, good])
}

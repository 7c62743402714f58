import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useRecords, useView } from '../../document/hooks'
import type { Room } from '../../document/session'
import {
  chainNeed,
  readChainFacts,
  viewAssumptions,
  viewElements,
  viewIndicators,
  viewLinks,
  viewSroiLines,
  viewStakeholders,
  viewTargetGroups,
  watchChainFacts,
  type ChainFacts,
} from '../../../shared/document/impactChain'
import type { Page } from '../../../shared/document/control'
import { arrange, judge, type ArrangedChain, type ChainData, type ChainRecords } from './chainData'
import { useToday } from './useToday'

/** The chain's records as they are now, new with every change. */
function useChainRecords(room: Room): ChainRecords {
  const elements = useRecords(useView(room, viewElements))
  const links = useRecords(useView(room, viewLinks))
  const assumptions = useRecords(useView(room, viewAssumptions))
  const targetGroups = useRecords(useView(room, viewTargetGroups))
  const stakeholders = useRecords(useView(room, viewStakeholders))
  const indicators = useRecords(useView(room, viewIndicators))
  const sroiLines = useRecords(useView(room, viewSroiLines))
  const { facts, need } = useFactsAndNeed(room)
  return useMemo(
    () => ({ elements, links, assumptions, targetGroups, stakeholders, indicators, sroiLines, facts, need }),
    [elements, links, assumptions, targetGroups, stakeholders, indicators, sroiLines, facts, need],
  )
}

/**
 * The chain to show, which may lag a moment behind while somebody types, so that typing never waits for it; and `now`, the
 * chain as it is, for what is done with it.
 */
export function useChainData(room: Room, page: Page): { data: ChainData; now: () => ArrangedChain } {
  const records = useChainRecords(room)
  const settled = useDeferredValue(records)
  const today = useToday()
  const { id, title } = page
  const data = useMemo(
    () => ({ ...arrange(settled), ...judge(settled, { id, title }, today) }),
    [settled, id, title, today],
  )
  const latest = useRef<{ records: ChainRecords; arranged: ArrangedChain | null }>({
    records,
    arranged: null,
  })
  useLayoutEffect(() => {
    if (latest.current.records !== records) latest.current = { records, arranged: null }
  })
  const now = useCallback(() => (latest.current.arranged ??= arrange(latest.current.records)), [])
  return { data, now }
}

/** How many records the page holds that cannot be read. */
export function useDamaged(room: Room): number {
  const views = [useView(room, viewElements), useView(room, viewLinks), useView(room, viewIndicators)]
  return views.reduce((count, view) => count + view.bad().length, 0)
}

function useFactsAndNeed(room: Room): { facts: ChainFacts; need: string } {
  const kept = useRef<{ facts: ChainFacts; need: string } | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      kept.current = null
      return watchChainFacts(room.doc, () => {
        kept.current = null
        changed()
      })
    },
    [room],
  )
  return useSyncExternalStore(
    subscribe,
    () => (kept.current ??= { facts: readChainFacts(room.doc), need: chainNeed(room.doc).read() }),
  )
}

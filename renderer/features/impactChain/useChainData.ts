import { useCallback, useDeferredValue, useMemo, useRef, useSyncExternalStore } from 'react'
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
import { arrange, judge, type ChainData, type ChainRecords } from './chainData'
import { useToday } from './useToday'

/** The chain's data, new with every change. Findings may lag behind while somebody types fast. */
export function useChainData(room: Room, page: Page): ChainData {
  const elements = useRecords(useView(room, viewElements))
  const links = useRecords(useView(room, viewLinks))
  const assumptions = useRecords(useView(room, viewAssumptions))
  const targetGroups = useRecords(useView(room, viewTargetGroups))
  const stakeholders = useRecords(useView(room, viewStakeholders))
  const indicators = useRecords(useView(room, viewIndicators))
  const sroiLines = useRecords(useView(room, viewSroiLines))
  const { facts, need } = useFactsAndNeed(room)
  const today = useToday()
  const records = useMemo<ChainRecords>(
    () => ({ elements, links, assumptions, targetGroups, stakeholders, indicators, sroiLines, facts, need }),
    [elements, links, assumptions, targetGroups, stakeholders, indicators, sroiLines, facts, need],
  )
  const settled = useDeferredValue(records)
  const { id, title } = page
  const judgement = useMemo(() => judge(settled, { id, title }, today), [settled, id, title, today])
  const arranged = useMemo(() => arrange(records), [records])
  return useMemo(() => ({ ...arranged, ...judgement }), [arranged, judgement])
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

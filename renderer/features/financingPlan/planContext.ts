// What the parts of the page share and what seldom changes.
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import type { Groups } from '../../document/followGroups'
import type { Room } from '../../document/session'
import type { PlanActions } from './planActions'
import type { OwnPlace, Someone } from './planPlaces'

export interface PlanPage {
  room: Room
  canWrite: boolean
  /** BCP 47, for numbers. */
  locale: string
  actions: PlanActions
  undo: OwnUndo
  people: Groups<Someone>
  tell: (place: OwnPlace) => void
  showDetails: (rowId: string) => void
  /** The row that a link led to, for a moment. */
  highlighted: string | null
}

export const PlanContext = createContext<PlanPage | null>(null)

export function usePlanPage(): PlanPage {
  const page = useContext(PlanContext)
  if (!page) throw new Error('outside the plan')
  return page
}

/** Who else is in this row. */
export function usePeopleIn(rowId: string): readonly Someone[] {
  const { people } = usePlanPage()
  return useSyncExternalStore(people.subscribe, () => people.in(rowId))
}

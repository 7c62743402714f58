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
  /** Null closes them. */
  showDetails: (rowId: string | null) => void
  /** The row that a link led to, for a moment. */
  highlighted: string | null
  /** Fills the selected cells of the grid, while one is shown. */
  fillRight: () => void
  /** The grid gives its own way to fill, and null when it goes. */
  offerFillRight: (fill: (() => void) | null) => void
  /** Leads to a cell; to the title where no column is named. */
  highlight: (rowId: string, column?: string) => void
}

export const PlanContext = createContext<PlanPage | null>(null)

/** The row whose details are shown; apart from the rest, so that opening them draws no grid again. */
export const DetailsContext = createContext<string | null>(null)

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

// What the parts of the page share.
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { PageProps } from '../../document/page'
import type { ChainActions } from './chainActions'
import type { ArrangedChain, ChainData } from './chainData'
import type { OwnPlace, Places, Someone } from './places'
import type { Panel } from './panel/panelKind'

export interface Chain extends Pick<PageProps, 'room' | 'pages' | 'goTo'> {
  canWrite: boolean
  /** Too narrow for the drawing beside a panel. */
  isNarrow: boolean
  actions: ChainActions
  /** The chain as it is now, for what is done; what is shown reads {@link useChainData}. */
  now: () => ArrangedChain
  places: Places
  tell: (place: OwnPlace) => void
  /** Opens a panel beside the chain; null closes it. */
  open: (panel: Panel | null) => void
  /** Brings an element, link, step or the need into view in the drawing. */
  revealInDrawing: (place: string) => void
  /** Tells those who listen what has happened. */
  say: (words: string) => void
  /** Opens the menu of an element beside the button that asked for it. */
  openMenu: (elementId: string, at: HTMLElement) => void
  /** Asks where links of an element shall go. */
  linkFrom: (elementId: string) => void
}

export const ChainContext = createContext<Chain | null>(null)

export function useChain(): Chain {
  const chain = useContext(ChainContext)
  if (!chain) throw new Error('outside the chain')
  return chain
}

/** Apart from the rest: it changes with every letter. */
export const ChainDataContext = createContext<ChainData | null>(null)

export function useChainData(): ChainData {
  const data = useContext(ChainDataContext)
  if (!data) throw new Error('outside the chain')
  return data
}

/** The element or link that is in the panel, and the one that a finding or a link led to a moment ago. */
export interface Pointed {
  readonly selected: string | null
  readonly highlighted: string | null
}
export type Mark = 'selected' | 'highlighted' | null

/** How the element, link or need at `place` is marked. */
export function markOf(place: string, { selected, highlighted }: Pointed): Mark {
  return highlighted === place ? 'highlighted' : selected === place ? 'selected' : null
}

/** Who else is at an element or link. */
export function usePeopleAt(what: string): readonly Someone[] {
  const { places } = useChain()
  return useSyncExternalStore(places.subscribe, () => places.at(what))
}

/** Who else writes in a text. */
export function useWriters(field: string): readonly Someone[] {
  const { places } = useChain()
  return useSyncExternalStore(places.subscribe, () => places.inField(field))
}

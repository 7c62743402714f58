import type { ReactNode } from 'react'
import type { Answer } from '../document/askRelay'
import type { Waiting } from './people/useWaitingRoom'
import type { Session } from '../document/session'

/** What a shell gives the workshop place. */
export interface WorkshopProps {
  session: Session
  /** Which page to show, and the thing on it; null is where the leader is. */
  pageId: string | null
  focusOn: string | null
  goTo: (pageId: string, id?: string) => void
  /** The button out: home, or leave. */
  wayOut: ReactNode
  /** Buttons at the end of the top bar, before those that everybody has. */
  actions?: ReactNode
  /** Menu items for the phone's "More", beside those that everybody has. */
  more?: ReactNode
  /** More lines above the page, while something is not as usual. */
  notices?: ReactNode
  /** The third thing in the phone's bar; without one it leads to the leader. */
  phoneThing?: ReactNode
  /** Takes the lead back without asking anybody, where this computer keeps the workshop. */
  takeLead?: () => Promise<Answer<null>>
  /** Those who wait elsewhere: at the organisation's relay. */
  alsoWaiting?: Waiting
}

// The workshop place: the page in the middle, pages and people at its sides. Who leads and who joins see the same.
import type { ReactNode } from 'react'
import type { Session } from '../document/session'
import { useRoom } from '../document/hooks'
import { OpenWorkshop } from './OpenWorkshop'
import { PageOpening } from './PageOpening'

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
  /** The third thing in the phone's bar; without one it leads to the leader. */
  phoneThing?: ReactNode
}

export function Workshop(props: WorkshopProps) {
  const control = useRoom(props.session, 'control')
  return control ? <OpenWorkshop {...props} control={control} /> : <PageOpening />
}

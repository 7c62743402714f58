// What a workshop gives every kind of page it can show. The registry of kinds is renderer/workshop/pageKinds.ts.
import type { ComponentType } from 'react'
import type { Page } from '../../shared/document/control'
import type { Room, Session } from './session'

export interface PageProps {
  session: Session
  /** The page's own room, open and with its content there. */
  room: Room
  page: Page
  /** The session's other pages in use, for links and "Send to…". */
  pages: readonly Page[]
  /** Goes to another page, and to the thing with `id` on it where given. */
  goTo: (pageId: string, id?: string) => void
  /** The thing on this page that a link led to, or null. */
  focusOn: string | null
}

export type PageComponent = ComponentType<PageProps>

// What the host can do for the page: the desktop through its bridge, a browser by its own means.
import type {
  DesktopEvent,
  OpenOutcome,
  Preferences,
  PrintOrder,
  SaveOutcome,
} from '../../shared/bridge/bridge'

import type { NewOrganisation, Organisation } from '../../shared/relay/online'

export interface Platform {
  readonly kind: 'desktop' | 'browser'
  /** The relay to talk to; `key` only for who may see the library (the desktop, or the facilitator's local browser). */
  connection(): Promise<{ url: string; key: string | null }>
  /** The organisation to share online with; only for whoever has the key. Its own key goes in and never comes out. */
  readOrganisation(): Promise<Organisation | null>
  /** Null when it could not be kept. */
  writeOrganisation(given: NewOrganisation): Promise<Organisation | null>
  forgetOrganisation(): Promise<void>
  readPreferences(): Promise<Preferences>
  writePreferences(change: Partial<Preferences>): Promise<Preferences>
  openSessionFile(): Promise<OpenOutcome>
  saveSessionCopy(input: { sessionId: string; fileName: string }): Promise<SaveOutcome>
  /** On the desktop a PDF file; in a browser its print dialog, of whose outcome no page hears (`cancelled`). `token` admits the print page to the session. */
  savePdf(input: { order: PrintOrder; fileName: string; token: string }): Promise<SaveOutcome>
  openExternal(url: string): Promise<void>
  /**
   * Commands from the menu, preferences changed elsewhere, files opened from outside, the wish to close. A browser has
   * no menu, and hears an answer to the wish to close only while it asks: to hold the tab, answer `stay` at once.
   */
  listen(heard: (event: DesktopEvent) => void): () => void
  ready(): Promise<void>
  answerClose(answer: 'close' | 'stay'): Promise<void>
}

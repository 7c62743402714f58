// The page's connection to one session: its rooms, who is here, what is saved. Nothing visual.
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { CloseName } from '../../shared/relay/closeCodes'
import type { RoomRights, SessionTopic, Shortage } from '../../shared/relay/messages'
import type { Role, RoomName } from '../../shared/relay/roles'

/** Who this page acts as; the relay says so, not the page. */
export interface Self {
  memberId: string
  name: string
  role: Role
}

/**
 * - `opening`: content is not there yet; `saved`: the relay has all of it on disk; `saving`: some is on its way;
 * - `offline`: no connection, `waiting` changes are kept here until there is one again; `isDiskFull`: the relay's disk
 *   takes nothing just now;
 * - `held`: `waiting` changes came when this member might not write any more; they are kept here until they may.
 */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline'; waiting: number; isDiskFull?: true }
  | { kind: 'held'; waiting: number }
  /** The relay refused: see closeCodes. It will not be tried again. */
  | { kind: 'refused'; name: CloseName }

/** One room while it is open. */
export interface Room {
  readonly name: RoomName
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Resolves when the relay's content (or what was kept here) is in `doc`. */
  readonly opened: Promise<void>
  rights(): RoomRights
  saveState(): SaveState
  /** What the relay says is short here; always empty for those who may not write. */
  shortages(): readonly Shortage[]
  /** After every change of rights or save state. */
  subscribe(changed: () => void): () => void
}

/** Somebody's presence in a room; `name`, `role` and `color` come from the relay. */
export interface Presence {
  clientId: number
  memberId: string
  name: string
  role: Role
  /** A CSS colour that tells people apart, from the relay. */
  color: string
  /** What their page says: cursor, selection, the note they type in. Read with care: another page wrote it. */
  state: Record<string, unknown>
}

export interface Session {
  readonly sessionId: string
  /** As it is now; `subscribe` tells when it changes. */
  readonly self: Self
  /** Base address of the relay, `http://…`, and the token for its HTTP side (send it as `Authorization: Bearer`). */
  readonly relay: { url: string; token: string }
  /** Opens a room, or shares the one that is open. Every `openRoom` wants its `closeRoom`. */
  openRoom(name: RoomName): Room
  closeRoom(room: Room): void
  /** All open rooms together. */
  saveState(): SaveState
  /** What is short in any open room; the same array until that changes. */
  shortages(): readonly Shortage[]
  /**
   * Forgets what was kept here of rooms that refused it for good because it was too much or could not be read. Without
   * this it would be refused again after a reload.
   */
  dropRefused(): Promise<void>
  subscribe(changed: () => void): () => void
  /** Calls back when the relay says that a topic changed, and when it may have: after every connecting. */
  watch(topic: SessionTopic, changed: () => void): () => void
  /** Resolves when everything is on the relay's disk; rejects after `ms`. */
  whenSaved(ms: number): Promise<void>
  /** Leaves: closes all rooms and clears what was kept in this browser once it is acknowledged. */
  leave(): Promise<void>
}

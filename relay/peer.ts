// A connection as its room sees it.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Role } from '../shared/relay/roles'
import type { Face, SpeaksFor } from './presence'
import type { WireFrame } from './wireFrame'

export interface Peer {
  readonly role: Role
  readonly isMuted?: boolean
  readonly face: Face
  readonly wantsAcks: boolean
  /** It understands deflated messages. */
  readonly takesDeflated?: boolean
  /** It carries the room on to another relay: it shows others' faces, and nothing that it brought goes back to it. */
  readonly speaksFor?: SpeaksFor | undefined
  /** Sends one frame, or two in one write. */
  send(first: WireFrame, second?: WireFrame): void
  /** Bytes that are not yet taken by the network. */
  unsent(): number
  /** All connections of its member together leave much unread: what is sent to it alone would fill the memory. */
  isBehind?(): boolean
  close(name: CloseName): void
}

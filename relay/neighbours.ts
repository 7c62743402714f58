// The other relays of the same organisation, as a room knows them: who is in the same room through them.
import type { RoomName } from '../shared/relay/roles'

/** One client as relays tell one another of it. */
export interface ShownClient {
  clientId: number
  /** Of the member whose client it is. */
  memberId: string
  clock: number
  /** As it stands in an awareness message. */
  entry: Uint8Array
  hasLeft: boolean
}

/** Stands for one other relay. */
export type Neighbour = object

export interface PresenceFollower {
  /** What `neighbour` shows has changed, or is told anew. */
  came(neighbour: Neighbour, clients: readonly ShownClient[]): void
  /** `neighbour` is not heard of any more. */
  left(neighbour: Neighbour): void
  /** Everything that this relay shows itself, for those who ask. */
  own(): readonly ShownClient[]
}

export interface Neighbours {
  /** Begins to exchange presence in a room. */
  openRoom(
    sessionId: string,
    room: RoomName,
    follower: PresenceFollower,
  ): {
    /** What this relay's own clients show has changed. */
    tell(clients: readonly ShownClient[]): void
    close(): void
  }
}

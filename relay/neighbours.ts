// The other relays that serve the same sessions, and who is there through them.
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

/** Members of each session with a connection to this relay, by session id. */
export type MembersHere = ReadonlyMap<string, ReadonlySet<string>>

export interface Neighbours {
  /** Begins to tell the others who is here; `membersHere` is looked at often. */
  begin(membersHere: () => MembersHere): void
  /** Members of a session who are connected to others. */
  membersElsewhere(sessionId: string): Iterable<string>
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

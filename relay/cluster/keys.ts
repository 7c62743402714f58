// Names of things in Redis.
import type { RoomName } from '../../shared/relay/roles'

export interface RoomKeys {
  /** Stream of updates; the id of the n-th is `n-0`. */
  log: string
  /** The last number given in the log: also when the log has become a snapshot. */
  last: string
  /** By writer: the number of its last update in the log. */
  writers: string
  channel: string
}

export function keysOf(prefix: string, sessionId: string, room: RoomName): RoomKeys {
  const key = (kind: string) => `${prefix}${kind}:${sessionId}!${room}`
  return { log: key('log'), last: key('last'), writers: key('writers'), channel: key('room') }
}

export interface SessionKeys {
  /** By room: when it last changed (ms since 1970). */
  rooms: string
  /** Stands for a day after the session was deleted: what was under way then is not kept. */
  deleted: string
}

export function sessionKeysOf(prefix: string, sessionId: string): SessionKeys {
  return { rooms: `${prefix}rooms:${sessionId}`, deleted: `${prefix}deleted:${sessionId}` }
}

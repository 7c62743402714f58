// Message types on the wire. 0–3 are y-websocket's own; ours start at 100 and go only to clients that ask (`?acks=1`,
// `?deflate=1`).

/** y-protocols/sync inside. */
export const messageSync = 0
/** y-protocols/awareness inside. */
export const messageAwareness = 1
/** y-websocket's auth message. */
export const messageAuth = 2
/** "Send me everybody's presence." */
export const messageQueryAwareness = 3
/** relay → client: varUint n, "the first n update-bearing messages (sync step 2 or update) of this connection are on disk". */
export const messageAck = 100
/** relay → client: varString of JSON {@link RoomRights}, at once after connecting and whenever it changes. */
export const messageRights = 101

/** What this connection may do in this room just now. */
export interface RoomRights {
  canWrite: boolean
  /** Why not, when `canWrite` is false. */
  reason?: 'role' | 'muted' | 'locked' | 'paused' | 'diskFull'
}

/** relay → client in the room `control`: varString of JSON, an array of {@link SessionTopic}: ask for these anew. */
export const messageSessionChanged = 102

/** What of a session changed. `waiting`, `invites` and `door` are told to leaders alone; `self`: who this member is. */
export const sessionTopics = ['self', 'members', 'locks', 'waiting', 'invites', 'door', 'pictures'] as const
export type SessionTopic = (typeof sessionTopics)[number]

/**
 * relay → client: varUint length, then bytes that raw deflate inflates to a message of so many bytes, a sync step 2. Only
 * to clients that ask for it with `?deflate=1`.
 */
export const messageDeflated = 103

/** relay → client that may write: varString of JSON, an array of {@link Shortage}: all that is short just now. */
export const messageShortages = 104

/**
 * What a session has little left of: this room's size, the size of everything together, the number of rooms, the number
 * or the size of pictures; `disk`, for leaders alone, the space where everything is kept.
 */
export const shortages = ['room', 'session', 'rooms', 'pictures', 'disk'] as const
export type Shortage = (typeof shortages)[number]

/** The subprotocol that carries a token in `Sec-WebSocket-Protocol`: `samverkstad.<token>`. */
export const tokenProtocolPrefix = 'samverkstad.'

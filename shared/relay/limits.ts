/** The relay's limits, each overridable when a relay is started. Sizes in bytes, times in ms. */
export const defaultLimits = {
  messageBytes: 16 * 1024 * 1024,
  awarenessBytes: 16 * 1024,
  roomBytes: 64 * 1024 * 1024,
  roomsPerSession: 200,
  /** Everybody has a connection to each room that their page shows: about three. */
  connectionsPerSession: 1500,
  /** A whole workshop often comes from one address. */
  connectionsPerAddress: 2000,
  /** Messages a second that one connection may send over a sliding window, and the burst on top of it. */
  messagesPerSecond: 200,
  messageBurst: 600,
  /** Unsent bytes after which a slow reader is dropped to "resume later". */
  sendBufferBytes: 4 * 1024 * 1024,
  tickMs: 16,
  assetBytes: 10 * 1024 * 1024,
  assetsPerSession: 500,
  joinTriesPerMinute: 20,
  /** With less space left on its disk the relay is not ready for more. */
  diskReserveBytes: 256 * 1024 * 1024,
  /** Probes of the network that one address may ask for; a whole workshop may come from one. */
  probesPerMinute: 600,
  invitesPerSession: 200,
  /** People waiting to be let in. */
  waitingPerSession: 500,
  /** So long one waits to be let in; then one has to ask again. */
  waitingMs: 60 * 60_000,
  /** When no facilitator was connected for so long, a co-facilitator may take over. */
  takeOverMs: 5 * 60_000,
} as const

export type Limits = { -readonly [K in keyof typeof defaultLimits]: number }

/** The relay's limits, each overridable when a relay is started. Sizes in bytes, times in ms. */
export const defaultLimits = {
  messageBytes: 16 * 1024 * 1024,
  awarenessBytes: 16 * 1024,
  roomBytes: 64 * 1024 * 1024,
  roomsPerSession: 200,
  /** All rooms and pictures of a session together. */
  sessionBytes: 1024 * 1024 * 1024,
  /** From so much of a quota on (percent), everybody who may write is told. */
  warnPercent: 80,
  /** Everybody has a connection to each room that their page shows: about three. */
  connectionsPerSession: 1500,
  /** A whole workshop often comes from one address. */
  connectionsPerAddress: 2000,
  /** Messages a second that one connection may send over a sliding window, and the burst on top of it. */
  messagesPerSecond: 200,
  messageBurst: 600,
  /** One member's pages and devices, over all rooms. */
  connectionsPerMember: 64,
  /** Bytes a second of one member's messages; beyond the burst they are read more slowly. */
  bytesPerSecond: 4 * 1024 * 1024,
  bytesBurst: 32 * 1024 * 1024,
  /** Of these, presence; beyond four seconds' worth it is passed over. */
  presenceBytesPerSecond: 256 * 1024,
  /** Questions of one member that are answered with much: what a room has, and who is in it. */
  questionsPerSecond: 4,
  questionBurst: 120,
  /** Connections from one address on which nobody has been admitted: plain ones, and encrypted ones, which cost more. */
  strangersPerAddress: 1000,
  encryptedStrangersPerAddress: 300,
  /** Unsent bytes after which a slow reader is dropped to "resume later". */
  sendBufferBytes: 4 * 1024 * 1024,
  tickMs: 20,
  assetBytes: 10 * 1024 * 1024,
  /** Of one picture; unpacked, each takes four bytes of a page's memory. */
  assetPixels: 50_000_000,
  assetsPerSession: 500,
  assetBytesPerSession: 512 * 1024 * 1024,
  joinTriesPerMinute: 20,
  /** People who may come in by one door or one invite; 300 come at once, and some come twice. */
  joinsPerMinute: 900,
  /** People who ever joined a session, those who left among them. */
  membersPerSession: 5000,
  /** With less space left on its disk the relay is not ready for more, and says so to who leads. */
  diskReserveBytes: 256 * 1024 * 1024,
  /** With less than this nothing more is written, so that what is there can still be kept in order. */
  diskFullBytes: 64 * 1024 * 1024,
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

// What a page may try before anybody is in: whether the relay can be reached, and how well.
import { z } from 'zod'

/** `GET /probe`: the relay's clock, in ms since 1970. */
export const probed = z.object({ now: z.number() })

/** Bytes that `GET /probe/bytes` gives, which no network can make smaller. */
export const probeBytes = 128 * 1024

/** `GET /probe/echo` as a WebSocket: one message of at most so many bytes comes back, then the close code `probed`. */
export const probeEchoBytes = 64

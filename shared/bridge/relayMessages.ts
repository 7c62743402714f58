// What the desktop and the process that runs its desk say to each other.
import { z } from 'zod'

/** desktop → relay process */
export const relayOrder = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    dataDir: z.string().min(1),
    rendererDir: z.string().min(1),
    /** 0: any free port. After a crash the port from before, because pages hold its address. */
    port: z.number().int().min(0).max(65535),
    key: z.string().min(32),
    allowedOrigins: z.array(z.string()),
  }),
  /** Right after the start, and whenever it changes. */
  z.object({
    kind: z.literal('organisation'),
    organisation: z.object({ address: z.url(), key: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('ping') }),
  z.object({ kind: z.literal('stop') }),
])
export type RelayOrder = z.infer<typeof relayOrder>

/** relay process → desktop */
export const relayReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), url: z.url() }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
  z.object({ kind: z.literal('pong') }),
])
export type RelayReport = z.infer<typeof relayReport>

// A relay by itself, from what was asked for.
import type { Logger } from 'pino'
import { servePages } from '../pages/servedPages'
import type { Relay } from '../relay'
import { startRelay } from '../startRelay'
import { listenForMetrics } from './metricsListener'
import type { Order } from './order'
import type { OrderedFiles } from './orderedFiles'
import { ownDoorway } from './ownDoorway'
import { insistOnEncryption, serveGuestPages } from './serveGuestPages'

/** Throws when the data folder is in use or a port is taken. */
export async function startHosted(order: Order, files: OrderedFiles, log: Logger): Promise<Relay> {
  const { host, metricsListen } = order
  const { pages } = files
  const relay: Relay = await startRelay({
    dataDir: order.data,
    port: order.port,
    host,
    tls: files.certificate,
    trustedProxies: order.trustProxy,
    allowedOrigins: order.allowOrigin,
    key: files.key,
    metricsKey: files.metricsKey,
    limits: order.limits,
    log,
    keepDoors: true,
    doorway: ownDoorway(order, () => relay),
    extend: async (app, extended) => {
      insistOnEncryption(app, extended)
      if (pages !== undefined) serveGuestPages(app, extended, await servePages(pages))
    },
  })
  if (metricsListen === undefined) return relay
  try {
    const metrics = await listenForMetrics(relay, metricsListen)
    return { ...relay, close: () => Promise.all([metrics.close(), relay.close()]).then(() => {}) }
  } catch (error) {
    await relay.close()
    throw error
  }
}

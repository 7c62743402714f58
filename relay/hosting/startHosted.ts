// A relay by itself, from what was asked for.
import { mkdir } from 'node:fs/promises'
import type { Logger } from 'pino'
import { servePages } from '../pages/servedPages'
import type { Relay, RelayOptions } from '../relay'
import { startRetention } from '../retention'
import { startRelay } from '../startRelay'
import { listenForMetrics } from './metricsListener'
import type { Order } from './order'
import type { OrderedFiles } from './orderedFiles'
import { ownDoorway } from './ownDoorway'
import { forgetRunning, noteRunning } from './runningRelay'
import { insistOnEncryption, serveGuestPages } from './serveGuestPages'

/** Throws when the data folder is in use or a port is taken. */
export async function startHosted(order: Order, files: OrderedFiles, log: Logger): Promise<Relay> {
  const { host, metricsListen } = order
  const { pages } = files
  const relay: Relay = await startRelay({
    dataDir: order.data,
    openBacking: sharedBacking(order),
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
  try {
    const metrics = metricsListen && (await listenForMetrics(relay, metricsListen))
    // Only its public name is in its certificate.
    const url = files.certificate ? (order.publicUrl ?? relay.url) : relay.url
    const { keepDays, warnDays } = order
    const retention = keepDays === undefined ? undefined : startRetention(relay, { keepDays, warnDays }, log)
    await noteRunning(order.data, { url, keyFile: order.keyFile })
    return {
      ...relay,
      async close() {
        retention?.stop()
        await Promise.all([metrics?.close(), relay.close()])
        await forgetRunning(order.data)
      },
    }
  } catch (error) {
    await relay.close()
    throw error
  }
}

/** Undefined for a relay that serves its sessions alone: then nothing of this is loaded. */
function sharedBacking({ redis, postgres }: Order): RelayOptions['openBacking'] {
  if (redis === undefined || postgres === undefined) return undefined
  return async (dataDir, log) => {
    await mkdir(dataDir, { recursive: true })
    const { openCluster } = await import('../cluster/openCluster')
    return openCluster({ redis, postgres }, log)
  }
}

// What is kept and what space is left for it, for Prometheus; looked up when it is asked for.
import { Gauge, type Registry } from 'prom-client'
import type { StoreWeight } from './backing'
import { freeBytes, keepFor } from './diskSpace'
import type { Disk } from './diskWatch'
import type { Readiness } from './readiness'
import type { Storage } from './storage'

export interface StoreFacts {
  storage: Storage
  weight: StoreWeight
  dataDir: string
  reserveBytes: number
  disk: Disk
  readiness(): Promise<Readiness>
}

/** Counting sessions and pictures reads them all: so often (ms) and no oftener. */
const countEvery = 60_000

export function addStoreMetrics(registry: Registry, facts: StoreFacts): void {
  const { storage, weight, dataDir } = facts
  const countSessions = keepFor(countEvery, async () => (await storage.listRecords('session')).length)
  const weighPictures = keepFor(countEvery, weight.pictures)
  const registers = [registry]

  const gauge = (name: string, help: string, read: () => Promise<number>) => {
    let last = 0
    return new Gauge({
      name: `samverkstad_${name}`,
      help,
      registers,
      async collect() {
        // What cannot be told just now stays as it was: the others are asked for all the same.
        last = await read().catch(() => last)
        this.set(last)
      },
    })
  }

  gauge('stored_sessions', 'Sessions kept, whether anybody is there or not', countSessions)
  gauge('database_bytes', 'Size of the database', weight.database)
  gauge('pictures_bytes', 'Size of the pictures', weighPictures)
  gauge('disk_free_bytes', 'Space left on the disk that holds the store', () => freeBytes(dataDir))
  gauge(
    'disk_reserve_bytes',
    'With less space left than this the relay is not ready',
    async () => facts.reserveBytes,
  )
  gauge('disk_full', '1 while nothing is written for want of space, 0 otherwise', async () =>
    facts.disk.isFull() ? 1 : 0,
  )
  gauge('ready', '1 when the relay is ready, 0 when not', async () =>
    (await facts.readiness()).ready ? 1 : 0,
  )
}

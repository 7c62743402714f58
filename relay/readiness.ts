// Whether people can work on this relay just now, shown by doing it: a record is written to the disk, and synced.
import { freeBytes, keepFor } from './diskSpace'
import type { Disk } from './diskWatch'
import { StorageAway, type Storage } from './storage'
import type { StorageWatch } from './storageWatch'

export const obstacles = ['closing', 'storageFailed', 'storageSlow', 'diskNearlyFull', 'diskFull'] as const
export type Obstacle = (typeof obstacles)[number]

export interface Readiness {
  ready: boolean
  /** Why not; empty when it is. */
  because: Obstacle[]
}

export interface ReadinessNeeds {
  storage: Storage
  storageWatch: StorageWatch
  disk: Disk
  dataDir: string
  /** With fewer bytes free than this the disk counts as nearly full. */
  reserveBytes: number
  isClosing(): boolean
}

/** However often it is asked, the disk is written to at most once in this time (ms). */
const writtenLately = 5000
/** A write that takes longer (ms) is no place to keep people's work. */
const patience = 5000

export function watchReadiness(needs: ReadinessNeeds): () => Promise<Readiness> {
  const { storage, storageWatch, dataDir } = needs

  const write = keepFor(writtenLately, async (): Promise<Obstacle | undefined> => {
    if (!storageWatch.isWell()) return storageWatch.trouble()
    const written = storage.check().then(
      () => undefined,
      (error: Error) => {
        if (!(error instanceof StorageAway)) storageWatch.failed(error)
        return storageWatch.trouble() ?? 'storageFailed'
      },
    )
    return Promise.race([written, after(patience, 'storageSlow' as const)])
  })
  const measure = keepFor(writtenLately, async (): Promise<Obstacle | undefined> => {
    if (needs.disk.isFull()) return 'diskFull'
    return (await freeBytes(dataDir)) < needs.reserveBytes ? 'diskNearlyFull' : undefined
  })

  return async () => {
    if (needs.isClosing()) return { ready: false, because: ['closing'] }
    const found = await Promise.all([write(), measure().catch(() => 'storageFailed' as const)])
    const because = [...new Set(found.filter((obstacle) => obstacle !== undefined))]
    return { ready: because.length === 0, because }
  }
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value).unref())
}

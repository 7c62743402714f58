// What a relay stands on: where it keeps everything, and how it hears of others that serve the same sessions.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { tellHere, type Changes } from './changes'
import { bytesIn } from './diskSpace'
import { databaseIn, openLevelStorage } from './levelStorage'
import type { Neighbours } from './neighbours'
import { keepPicturesIn, type PictureFiles } from './pictureFiles'
import type { Storage } from './storage'

/** Bytes that what is kept takes up. */
export interface StoreWeight {
  database(): Promise<number>
  pictures(): Promise<number>
}

export interface Backing {
  storage: Storage
  pictures: PictureFiles
  weight: StoreWeight
  changes: Changes
  /** Undefined where a relay serves its sessions alone. */
  neighbours: Neighbours | undefined
  /** Every key with its value as at one moment, where the storage is this relay's own; see `LevelStorage`. */
  entries?: () => AsyncIterable<[string, Uint8Array]>
  /** The relay is to stop: what cannot be reached is not waited for without end. */
  stopsSoon(): void
}

/** A database and pictures of its own under `dataDir`. Throws when another relay uses them. */
export async function openOwnBacking(dataDir: string, log: Logger): Promise<Backing> {
  await mkdir(dataDir, { recursive: true })
  const storage = await openLevelStorage(dataDir, {
    repaired: () =>
      log.error('the database did not open and was repaired; `verify` says whether something is missing'),
  })
  const assets = join(dataDir, 'assets')
  return {
    storage,
    entries: storage.entries,
    pictures: keepPicturesIn(assets),
    weight: { database: () => bytesIn(databaseIn(dataDir)), pictures: () => bytesIn(assets) },
    changes: tellHere(log),
    neighbours: undefined,
    stopsSoon: () => {},
  }
}

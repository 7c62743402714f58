// Notices when the disk does not take what is written, and tries again until it does.
import type { Logger } from 'pino'
import { isOutOfSpace } from './diskWatch'
import type { Storage } from './storage'

const retryEvery = 3000

export interface StorageWatch {
  isWell(): boolean
  /** Why newcomers cannot be served just now, if so. */
  trouble(): 'storageFailed' | 'diskFull' | undefined
  failed(error: Error): void
  stop(): void
}

/** @param outOfSpace is called when a write failed because the disk is full. */
export function watchStorage(storage: Storage, log: Logger, outOfSpace: () => void): StorageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let isFull = false

  const retry = async () => {
    try {
      await storage.reopen()
      await storage.check()
      timer = undefined
      log.info('storage writes again')
    } catch {
      if (!stopped) timer = setTimeout(() => void retry(), retryEvery).unref()
    }
  }

  return {
    isWell: () => timer === undefined,
    trouble: () => (timer === undefined ? undefined : isFull ? 'diskFull' : 'storageFailed'),
    failed(error) {
      log.error({ reason: error.message }, 'storage failed')
      isFull = isOutOfSpace(error)
      if (isFull) outOfSpace()
      if (!stopped) timer ??= setTimeout(() => void retry(), retryEvery).unref()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

// Notices when the disk does not take what is written, and tries again until it does.
import type { Logger } from 'pino'
import type { Storage } from './storage'

const retryEvery = 3000

export interface StorageWatch {
  isWell(): boolean
  failed(error: Error): void
  stop(): void
}

export function watchStorage(storage: Storage, log: Logger): StorageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

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
    failed(error) {
      log.error({ reason: error.message }, 'storage failed')
      if (!stopped) timer ??= setTimeout(() => void retry(), retryEvery).unref()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

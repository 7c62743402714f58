// What the system tells a running relay: end, end at once, or read the certificate anew.
import type { Logger } from 'pino'

export interface SignalNeeds {
  log: Logger
  /** Reads anew what can change while the relay runs. Undefined: nothing can. */
  readAnew: (() => Promise<void>) | undefined
}

/** Until the first SIGINT or SIGTERM; a second one ends the process at once. */
export function untilTold({ log, readAnew }: SignalNeeds): Promise<void> {
  process.on('SIGHUP', () => {
    if (!readAnew) return log.info('nothing to read anew')
    readAnew().then(
      () => log.info('certificate read anew'),
      (error: Error) => log.error({ reason: error.message }, 'certificate not read anew; the old one stays'),
    )
  })
  return new Promise((resolve) => {
    let isTold = false
    const told = () => {
      if (isTold) process.exit(1)
      isTold = true
      resolve()
    }
    process.on('SIGINT', told)
    process.on('SIGTERM', told)
  })
}

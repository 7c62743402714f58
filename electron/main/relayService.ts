// Keeps the desk running in its own process: the same port and key again after a crash, so that open pages find it.
import type { RelayOrder, RelayReport } from '../../shared/bridge/relayMessages'
import { relayReport } from '../../shared/bridge/relayMessages'

/** A started process, as far as it is used here; Electron's UtilityProcess is one. */
export interface RelayChild {
  postMessage(order: RelayOrder): void
  on(event: 'message', heard: (message: unknown) => void): unknown
  once(event: 'exit', heard: (code: number) => void): unknown
  kill(): boolean
}

export interface RelayService {
  /** Waits until the relay answers; rejects when it could not be started or is stopping. */
  connection(): Promise<{ url: string; key: string }>
  /** The address as soon as it is known; it stays the same over restarts. */
  url(): string | undefined
  /** Tells the relay, and after a crash the next one, which organisation there is. */
  tellOrganisation(): void
  /** Lets the relay write everything and end; after `patience` ms it is ended. */
  stop(patience: number): Promise<void>
}

export interface RelayServiceOptions {
  fork: () => RelayChild
  start: Omit<Extract<RelayOrder, { kind: 'start' }>, 'kind' | 'port'>
  /** The organisation to share online with, or null. */
  organisation?: () => Promise<Extract<RelayOrder, { kind: 'organisation' }>['organisation']>
  /** Called when the relay could not be started `tries` times in a row; nothing more is tried until `retry`. */
  gaveUp: (sentence: string, retry: () => void) => void
  tries?: number
  /** ms between signs of life; after four missed ones the process counts as hung. */
  heartbeat?: number
  /** ms before the nth try after a death, from 1. */
  pause?: (nth: number) => number
}

/** At once, then after 0.2 s, 0.4 s … at most 5 s. */
const growingPause = (nth: number) => (nth <= 1 ? 0 : Math.min(5000, 100 * 2 ** (nth - 1)))

export function startRelayService(options: RelayServiceOptions): RelayService {
  const { tries = 6, heartbeat = 5000, pause = growingPause } = options
  let child: RelayChild | undefined
  let url: string | undefined
  let stopping: Promise<void> | undefined
  let failures = 0
  let lastWords = 'the relay process ended'
  let running = makeLatch()

  function run(): void {
    const started = options.fork()
    child = started
    let missed = 0
    let steady: NodeJS.Timeout | undefined
    const beat = setInterval(() => {
      if (++missed > 4) started.kill()
      else started.postMessage({ kind: 'ping' })
    }, heartbeat)
    started.on('message', (message) => {
      missed = 0
      const report = relayReport.parse(message)
      // Only a relay that stays alive makes the failures before it forgotten.
      if (report.kind === 'started') steady = setTimeout(() => (failures = 0), 10_000)
      hear(report)
    })
    started.once('exit', () => {
      clearInterval(beat)
      clearTimeout(steady)
      if (child === started) child = undefined
      if (stopping === undefined) runAgain()
    })
    const port = url === undefined ? 0 : Number(new URL(url).port)
    started.postMessage({ ...options.start, kind: 'start', port })
    tellOrganisation()
  }

  function tellOrganisation(): void {
    const told = child
    options.organisation?.().then(
      (organisation) => told === child && child?.postMessage({ kind: 'organisation', organisation }),
      // Without one the desk says that there is none.
      () => undefined,
    )
  }

  function hear(report: RelayReport): void {
    if (report.kind === 'started') {
      url = report.url
      running.open()
    } else if (report.kind === 'failed') lastWords = report.sentence
  }

  function runAgain(): void {
    if (running.isOpen) running = makeLatch()
    failures++
    if (failures < tries) {
      setTimeout(() => stopping ?? run(), pause(failures))
      return
    }
    const latch = running
    running = makeLatch()
    latch.fail(new Error(lastWords))
    options.gaveUp(lastWords, () => {
      failures = 0
      run()
    })
  }

  function stop(patience: number): Promise<void> {
    stopping ??= new Promise((done) => {
      running.fail(new Error('the relay is stopping'))
      if (child === undefined) return done()
      const last = child
      const late = setTimeout(() => last.kill(), patience)
      last.once('exit', () => {
        clearTimeout(late)
        done()
      })
      last.postMessage({ kind: 'stop' })
    })
    return stopping
  }

  run()
  return {
    connection: async () => {
      await running.opened
      if (url === undefined) throw new Error('the relay runs without an address')
      return { url, key: options.start.key }
    },
    url: () => url,
    tellOrganisation,
    stop,
  }
}

/** A promise that is settled from outside, and that nobody has to be waiting for. */
function makeLatch() {
  let open!: () => void
  let fail!: (cause: Error) => void
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  opened.catch(() => undefined)
  const latch = {
    opened,
    isOpen: false,
    open: () => {
      latch.isOpen = true
      open()
    },
    fail,
  }
  return latch
}

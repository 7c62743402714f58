// What the relay counts, for Prometheus. Names and numbers only: nothing about anybody.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  refused(reason: string): void
  received(bytes: number): void
  sent(bytes: number): void
  committed(entries: number, ms: number, waited: number): void
  commitFailed(): void
  /** For those who count something else as well. */
  readonly registry: Registry
  text(): Promise<string>
  stop(): void
}

/** What is open just now. */
export interface OpenNow {
  connections(): number
  rooms(): number
  /** Sessions with somebody in them. */
  sessions(): number
}

/** The buckets (s) of what people wait for: a fast disk at one end, a person's patience at the other. */
const waits = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2]

/** How often (ms) it is looked how late the event loop is: each time wakes the process. */
const lagStep = 50

export function countMetrics(open: OpenNow): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const lag = monitorEventLoopDelay({ resolution: lagStep })
  lag.enable()

  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `samverkstad_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('connections', 'Open connections', open.connections)
  gauge('rooms', 'Rooms in memory', open.rooms)
  gauge('sessions', 'Sessions with somebody in them', open.sessions)
  new Gauge({
    name: 'samverkstad_event_loop_lag_p99_seconds',
    help: 'Delay of the event loop since the last reading, 99th percentile',
    registers,
    collect() {
      // What Node gives is the time from one look to the next.
      const p99 = lag.percentile(99) / 1e6 - lagStep
      this.set(Number.isFinite(p99) ? Math.max(0, p99) / 1000 : 0)
      lag.reset()
    },
  })
  const counter = (name: string, help: string) =>
    new Counter({ name: `samverkstad_${name}`, help, registers })
  /** For what happens with every frame: a plain number, looked at when it is asked for. */
  const counted = (name: string, help: string) => {
    const sum = { total: 0 }
    new Counter({
      name: `samverkstad_${name}`,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(sum.total)
      },
    })
    return sum
  }
  const refusals = new Counter({
    name: 'samverkstad_refusals_total',
    help: 'Requests and connections refused, by reason',
    labelNames: ['reason'],
    registers,
  })
  const receivedBytes = counted('received_bytes_total', 'Bytes of messages from clients')
  const sentBytes = counted('sent_bytes_total', 'Bytes of messages to clients')
  const updates = counter('updates_total', 'Updates written to disk')
  const failures = counter('commit_failures_total', 'Group commits that failed')
  const commits = new Histogram({
    name: 'samverkstad_commit_seconds',
    help: 'Time of one synced group commit',
    buckets: waits,
    registers,
  })
  const acks = new Histogram({
    name: 'samverkstad_ack_seconds',
    help: 'Time from the first update of a group commit until it was on disk and acknowledged',
    buckets: waits,
    registers,
  })
  let hasDefaults = false

  return {
    refused: (reason) => refusals.inc({ reason }),
    received: (bytes) => void (receivedBytes.total += bytes),
    sent: (bytes) => void (sentBytes.total += bytes),
    committed(entries, ms, waited) {
      updates.inc(entries)
      commits.observe(ms / 1000)
      acks.observe(waited / 1000)
    },
    commitFailed: () => failures.inc(),
    registry,
    text() {
      // What Node tells of the process is measured only where somebody asks.
      if (!hasDefaults) collectDefaultMetrics({ register: registry })
      hasDefaults = true
      return registry.metrics()
    },
    stop: () => lag.disable(),
  }
}

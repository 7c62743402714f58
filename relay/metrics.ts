// What the relay counts, for Prometheus. Names and numbers only: nothing about anybody.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  refused(reason: string): void
  received(bytes: number): void
  sent(bytes: number): void
  committed(entries: number, ms: number): void
  commitFailed(): void
  text(): Promise<string>
  stop(): void
}

export function countMetrics(open: { connections(): number; rooms(): number }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()

  new Gauge({
    name: 'samverkstad_connections',
    help: 'Open connections',
    registers,
    collect() {
      this.set(open.connections())
    },
  })
  new Gauge({
    name: 'samverkstad_rooms',
    help: 'Rooms in memory',
    registers,
    collect() {
      this.set(open.rooms())
    },
  })
  new Gauge({
    name: 'samverkstad_event_loop_lag_p99_seconds',
    help: 'Delay of the event loop since the last reading, 99th percentile',
    registers,
    collect() {
      const p99 = lag.percentile(99) / 1e9
      this.set(Number.isFinite(p99) ? p99 : 0)
      lag.reset()
    },
  })
  const counter = (name: string, help: string) =>
    new Counter({ name: `samverkstad_${name}`, help, registers })
  const refusals = new Counter({
    name: 'samverkstad_refusals_total',
    help: 'Requests and connections refused, by reason',
    labelNames: ['reason'],
    registers,
  })
  const receivedBytes = counter('received_bytes_total', 'Bytes of messages from clients')
  const sentBytes = counter('sent_bytes_total', 'Bytes of messages to clients')
  const updates = counter('updates_total', 'Updates written to disk')
  const failures = counter('commit_failures_total', 'Group commits that failed')
  const commits = new Histogram({
    name: 'samverkstad_commit_seconds',
    help: 'Time of one synced group commit',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  })

  return {
    refused: (reason) => refusals.inc({ reason }),
    received: (bytes) => receivedBytes.inc(bytes),
    sent: (bytes) => sentBytes.inc(bytes),
    committed(entries, ms) {
      updates.inc(entries)
      commits.observe(ms / 1000)
    },
    commitFailed: () => failures.inc(),
    text: () => registry.metrics(),
    stop: () => lag.disable(),
  }
}

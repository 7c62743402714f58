// `npm run bench:cluster`: what it costs in time that somebody is connected to another relay. Two relays on one Redis
// (appendfsync always) and one Postgres; half of the readers at the writers' relay, half at the other, in one run.
import { startBenchCluster } from './benchCluster'
import { measureCrossing, type CrossingJob } from './crossing'

const most = 2

const works: (Pick<CrossingJob, 'what' | 'perSecond'> & { writers: number; readers: number })[] = [
  { what: 'edits', writers: 1, perSecond: 10, readers: 10 },
  { what: 'edits', writers: 5, perSecond: 10, readers: 40 },
  { what: 'edits', writers: 20, perSecond: 10, readers: 80 },
  { what: 'cursors', writers: 20, perSecond: 15, readers: 80 },
]

const cluster = await startBenchCluster(2)
let worst = 0
try {
  console.log('work                                 same p50   p99     other p50  p99     ratio p50  arrived')
  for (const work of works) {
    const { sessionId, tokens } = await cluster.newSession(work.writers + work.readers)
    const at = (relay: number, token: string) => cluster.addressOf(relay, sessionId, 'page-bench', token)
    const readers = tokens.slice(work.writers)
    const half = work.readers / 2
    const { same, cross, share } = await measureCrossing({
      ...work,
      writers: tokens.slice(0, work.writers).map((token) => at(0, token)),
      same: readers.slice(0, half).map((token) => at(0, token)),
      cross: readers.slice(half).map((token) => at(1, token)),
      warmMs: 2000,
      windowMs: 10_000,
    })
    const ratio = cross.at(0.5) / same.at(0.5)
    worst = Math.max(worst, ratio)
    const ms = (value: number) => value.toFixed(2).padEnd(8)
    const title = `${work.writers} × ${work.perSecond} ${work.what}/s, ${work.readers} readers`
    console.log(
      `${title.padEnd(36)} ${ms(same.at(0.5))}   ${ms(same.at(0.99))}${ms(cross.at(0.5))}   ${ms(cross.at(0.99))}` +
        `${ratio.toFixed(2).padEnd(10)} ${(share * 100).toFixed(1)} %`,
    )
  }
} finally {
  await cluster.stop()
}
console.log(`Times in ms. At most ${most} × is allowed; the worst was ${worst.toFixed(2)} ×.`)
if (worst > most) process.exitCode = 1

// `npm run bench:capacity`: what a workshop costs in CPU time, for a relay by itself and for relays with Redis and
// Postgres. The figures of docs/capacity.md come from here; what a workshop is stands in `workshop`.
import { cpus } from 'node:os'
import * as Y from 'yjs'
import { countDelays } from '../relay/delays'
import { openLeanSocket } from '../relay/leanSocket'
import {
  cursorMessage,
  emptyStep1,
  firstNumber,
  markedText,
  readCursors,
  readEdits,
  syncMessage,
} from '../relay/messages'
import { sendEvenly } from '../relay/sendEvenly'
import { startBenchCluster, type BenchCluster } from './benchCluster'

/** People sit in three rooms each, look at the same page, point at it a third of the time, and some of them write. */
const workshop = {
  people: 25,
  rooms: ['control', 'common'],
  cursorsPerSecond: 5,
  writers: 5,
  editsPerSecond: 2,
}
const sendsPerSecond =
  workshop.people * workshop.cursorsPerSecond + workshop.writers * workshop.editsPerSecond
/** Few, so that the clients are not what is measured; the first is what a relay costs that nobody uses. */
const counts = [0, 1, 2]
const warmMs = 3000
const windowMs = 8_000

interface Cost {
  workshops: number
  relays: number
  redis: number
  postgres: number
  p50: number
  p99: number
  share: number
  /** Of what people should have sent, how much they did: less on a machine that does much else. */
  offered: number
  held: number
  rss: number
}

async function measure(cluster: BenchCluster, workshops: number): Promise<Cost> {
  const delays = countDelays()
  const sentAt: number[] = []
  let windowStart = Infinity
  let windowEnd = Infinity
  const arrived = (n: number) => {
    const at = sentAt[n - firstNumber]
    if (at !== undefined && at >= windowStart && at < windowEnd) delays.add(performance.now() - at)
  }
  const hear = (message: Buffer) => {
    readEdits(message, arrived)
    readCursors(message, arrived)
  }
  const all: { close(): void }[] = []
  const stops: (() => void)[] = []
  for (let i = 0; i < workshops; i++) {
    const { sessionId, tokens } = await cluster.newSession(workshop.people)
    const open = (room: string) =>
      Promise.all(
        tokens.map((token, person) =>
          openLeanSocket(cluster.addressOf(person, sessionId, room, token), hear),
        ),
      )
    const idle = await Promise.all(workshop.rooms.map(open))
    const page = await open('page-bench')
    all.push(...idle.flat(), ...page)
    for (const socket of [...idle.flat(), ...page]) socket.send(emptyStep1)
    const docs = page.slice(0, workshop.writers).map((socket) => {
      const doc = new Y.Doc()
      doc.on('update', (update: Uint8Array) => socket.send(syncMessage(2, update)))
      return doc
    })
    const next = () => {
      sentAt.push(performance.now())
      return firstNumber + sentAt.length - 1
    }
    stops.push(
      sendEvenly(workshop.people, workshop.cursorsPerSecond, (person) => {
        const n = next()
        page[person]!.send(cursorMessage(1000 + person, n, n, false))
      }),
      sendEvenly(workshop.writers, workshop.editsPerSecond, (writer) => {
        const n = next()
        docs[writer]!.getMap('notes').set(`note${writer}-${n % 40}`, markedText(n))
      }),
    )
  }
  await pause(warmMs)
  const read = async () => ({
    relays: (await Promise.all(cluster.relays.map((relay) => relay.cpuSeconds()))).reduce((a, b) => a + b, 0),
    ...cluster.serversCpu(),
  })
  const before = await read()
  windowStart = performance.now()
  await pause(windowMs)
  const after = await read()
  windowEnd = performance.now()
  const seconds = (windowEnd - windowStart) / 1000
  await pause(1000)
  stops.forEach((stop) => stop())
  const memory = await Promise.all(cluster.relays.map((relay) => relay.memory()))
  all.forEach((socket) => socket.close())
  const sent = sentAt.filter((at) => at >= windowStart && at < windowEnd).length
  await pause(2500)
  return {
    workshops,
    relays: (after.relays - before.relays) / seconds,
    redis: (after.redis - before.redis) / seconds,
    postgres: (after.postgres - before.postgres) / seconds,
    p50: delays.at(0.5),
    p99: delays.at(0.99),
    share: sent === 0 ? 1 : delays.count() / (sent * (workshop.people - 1)),
    offered: sent === 0 ? 1 : sent / seconds / workshops / sendsPerSecond,
    held: memory.reduce((sum, each) => sum + each.held, 0),
    rss: memory.reduce((sum, each) => sum + each.rss, 0),
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const { people, cursorsPerSecond, writers, editsPerSecond } = workshop
console.log(
  `A workshop: ${people} people in three rooms each, ${cursorsPerSecond} cursor states/s each, ` +
    `${writers} writers × ${editsPerSecond} edits/s. ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}.`,
)
console.log(
  'CPU as a share of one core. "Next workshop": what each one more costs, between the least and the most.\n',
)
for (const [title, count] of [
  ['one relay, LevelDB', 'alone'],
  ['one relay, Redis + Postgres', 1],
  ['two relays, everybody spread over both', 2],
] as const) {
  const cluster = await startBenchCluster(count)
  const costs: Cost[] = []
  try {
    for (const workshops of counts) costs.push(await measure(cluster, workshops))
  } finally {
    await cluster.stop()
  }
  console.log(title)
  console.log('  workshops  people  relays   Redis    Postgres  p50 ms  p99 ms  states seen  offered  RSS MB')
  for (const cost of costs) {
    const column = (value: number, digits: number, width: number) => value.toFixed(digits).padEnd(width)
    console.log(
      `  ${column(cost.workshops, 0, 11)}${column(cost.workshops * people, 0, 8)}${column(cost.relays, 3, 9)}` +
        `${column(cost.redis, 3, 9)}${column(cost.postgres, 3, 10)}${column(cost.p50, 1, 8)}${column(cost.p99, 1, 8)}` +
        `${column(cost.share * 100, 1, 6)} %     ${column(cost.offered * 100, 0, 4)} %   ${column(cost.rss / 1e6, 0, 6)}`,
    )
  }
  const [least, biggest] = [costs[0]!, costs.at(-1)!]
  const each = (of: keyof Cost) => (biggest[of] - least[of]) / (biggest.workshops - least.workshops)
  const core = (of: keyof Cost) => `${(each(of) * 100).toFixed(2)} %`
  console.log(
    `  next workshop: relays ${core('relays')}, Redis ${core('redis')}, Postgres ${core('postgres')} of a core, ` +
      `${(each('held') / 1e6).toFixed(2)} MB; ${Math.round(people / each('relays'))} people per core of relays\n`,
  )
}

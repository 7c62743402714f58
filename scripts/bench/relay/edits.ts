// Five people edit ten times a second each, the others look on.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median, medianOf, ms, pause, percent, type Row } from './row'
import { takeTurns, withServers, type Bench } from './rounds'
import { startBare, startOurs, startYWebsocketServer, type OurRelay, type Server } from './servers'

const writers = 5
const perSecond = 10

const edit = (bench: Bench, people: number) => async (server: Server) => {
  const { urls } = await server.newRoom(people)
  const { warmMs, windowMs } = bench
  const greets = !server.name.startsWith('bare')
  const result = await bench.crowd.run(
    'edits',
    { urls, greets, writers, perSecond, warmMs, windowMs },
    server,
  )
  return { ...result, syncMs: isOurs(server) ? await timeOfSync(server.dataDir) : 0 }
}
const isOurs = (server: Server): server is OurRelay => 'dataDir' in server

/** Code that is not yet compiled for speed must not be what is compared. */
async function warmUp(bench: Bench, servers: readonly Server[]): Promise<void> {
  for (const server of servers) {
    bench.say(`edits: warming up ${server.name}`)
    const { urls } = await server.newRoom(50)
    const greets = !server.name.startsWith('bare')
    const job = { urls, greets, writers, perSecond: 60, warmMs: 100, windowMs: 3 * bench.warmMs }
    await bench.crowd.run('edits', job, server)
  }
}

/**
 * The median time (ms) to append as much as an edit to a file in `folder` and have it on the disk, as seldom as edits
 * come: a disk that is kept busy answers sooner.
 */
async function timeOfSync(folder: string): Promise<number> {
  const file = openSync(join(folder, 'sync-bench'), 'a')
  const line = Buffer.alloc(200)
  const times: number[] = []
  while (times.length < 40) {
    await pause(1000 / (writers * perSecond))
    const start = performance.now()
    writeSync(file, line)
    fdatasyncSync(file)
    times.push(performance.now() - start)
  }
  closeSync(file)
  return median(times)
}

export async function measureEdits(bench: Bench, people: number): Promise<Row[]> {
  return withServers([startOurs, startYWebsocketServer, () => startBare('plain')], async (...servers) => {
    await warmUp(bench, servers)
    const [ours, y, floor] = await takeTurns(bench, `edits, ${people} people`, servers, edit(bench, people))
    const figure = (what: 'p50' | 'p99', bound: number): Row => {
      const [our, bare] = [medianOf(ours!, (each) => each[what]), medianOf(floor!, (each) => each[what])]
      return {
        what: `edits, ${people} people: ${what}`,
        ours: ms(our),
        beside: `bare fan-out ${ms(bare)}`,
        value: our / bare,
        bound: { most: bound },
      }
    }
    const perCpu = (results: readonly { cpuSeconds: number; delivered: number }[]) =>
      medianOf(results, (each) => (each.cpuSeconds / each.delivered) * 1e6)
    const [ourCpu, yCpu] = [perCpu(ours!), perCpu(y!)]
    return [
      {
        what: `edits, ${people} people: edits that did not reach somebody`,
        ours: `${percent(medianOf(ours!, ({ share }) => share))} arrived`,
        beside: '',
        value: ours!.filter(({ share }) => share < 1).length,
        bound: { most: 0 },
      },
      figure('p50', 1.2),
      figure('p99', 1.5),
      {
        what: `edits, ${people} people: CPU per edit that arrived`,
        ours: `${ourCpu.toFixed(1)} µs`,
        beside: `y-websocket-server ${yCpu.toFixed(1)} µs, bare fan-out ${perCpu(floor!).toFixed(1)} µs`,
        value: ourCpu / yCpu,
        bound: { most: 0.8 },
      },
      ackRow(`edits, ${people} people: p50 until it is known to be on disk`, ours!),
    ]
  })
}

/** How long it takes until a writer knows that an edit is on the disk, where few look on. */
export async function measureAcks(bench: Bench): Promise<Row[]> {
  return withServers([startOurs], async (...servers) => {
    await warmUp(bench, servers)
    const [ours] = await takeTurns(bench, 'acknowledgements', servers, edit(bench, writers))
    return [{ ...ackRow('durable ack, 5 writers: p50', ours!), bound: { most: 6 } }]
  })
}

function ackRow(what: string, ours: readonly { ackP50?: number; syncMs: number }[]): Row {
  const sync = medianOf(ours, ({ syncMs }) => syncMs)
  const ack = medianOf(ours, ({ ackP50 }) => ackP50 ?? Infinity)
  return { what, ours: ms(ack), beside: `one fdatasync ${ms(sync)}`, value: ack / sync }
}

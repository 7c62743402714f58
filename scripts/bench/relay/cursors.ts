// Everybody moves a cursor 15 times a second.
import { medianOf, ms, percent, type Row } from './row'
import { takeTurns, withServers, type Bench } from './rounds'
import { startBare, startOurs, startYWebsocketServer, type Server } from './servers'

const perSecond = 15

const move = (bench: Bench, people: number) => async (server: Server) => {
  const { urls } = await server.newRoom(people)
  const { warmMs, windowMs } = bench
  return bench.crowd.run(
    'cursors',
    { urls, isNamed: server.name !== 'ours', perSecond, warmMs, windowMs },
    server,
  )
}
type Moved = Awaited<ReturnType<ReturnType<typeof move>>>

const perCpuSecond = (results: readonly Moved[]) =>
  medianOf(results, ({ delivered, cpuSeconds }) => delivered / cpuSeconds)
const thousands = (value: number) => `${Math.round(value / 1000)} k/s`

function reachRows(people: number, ours: readonly Moved[], p99: number): Row[] {
  return [
    {
      what: `cursors, ${people} people: last states that did not reach somebody`,
      ours: `${percent(medianOf(ours, ({ share }) => share))} of all states arrived`,
      beside: '',
      value: ours.reduce((sum, { latestMissing }) => sum + latestMissing, 0),
      bound: { most: 0 },
    },
    {
      what: `cursors, ${people} people: p99 in ms`,
      ours: `p50 ${ms(medianOf(ours, (each) => each.p50))}`,
      beside: '',
      value: medianOf(ours, (each) => each.p99),
      bound: { most: p99 },
    },
  ]
}

export async function measureCursors100(bench: Bench): Promise<Row[]> {
  return withServers([startOurs, startYWebsocketServer, () => startBare('batch')], async (...servers) => {
    const [ours, y, floor] = await takeTurns(bench, 'cursors, 100 people', servers, move(bench, 100))
    const ourRate = perCpuSecond(ours!)
    const yRate = perCpuSecond(y!)
    const floorRate = perCpuSecond(floor!)
    const yShare = percent(medianOf(y!, ({ share }) => share))
    const yLate = ms(medianOf(y!, (each) => each.p99))
    return [
      ...reachRows(100, ours!, 50),
      {
        what: 'cursors, 100 people: states delivered per CPU second',
        ours: thousands(ourRate),
        beside: `y-websocket-server ${thousands(yRate)} (${yShare} arrived, p99 ${yLate})`,
        value: ourRate / yRate,
        bound: { least: 8 },
      },
      {
        what: 'cursors, 100 people: states delivered per CPU second',
        ours: thousands(ourRate),
        beside: `bare fan-out, batching ${thousands(floorRate)}`,
        value: ourRate / floorRate,
        bound: { least: 0.6 },
      },
    ]
  })
}

export async function measureCursors200(bench: Bench): Promise<Row[]> {
  return withServers([startOurs], async (...servers) => {
    const [ours] = await takeTurns(bench, 'cursors, 200 people', servers, move(bench, 200))
    return reachRows(200, ours!, 100)
  })
}

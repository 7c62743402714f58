// Thirty people join a board of 20,000 notes at once, while somebody is there.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boardRoom, boardUpdate, writeBoard } from './largeBoard'
import { syncMessage } from './messages'
import { MB, medianOf, ms, type Row } from './row'
import { takeTurns, withServers, type Bench } from './rounds'
import { startBare, startOurs, startYWebsocketServer } from './servers'

const people = 30

export async function measureJoins(bench: Bench): Promise<Row[]> {
  const board = boardUpdate()
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-bench-'))
  const payload = join(folder, 'step2')
  await writeFile(payload, syncMessage(1, board))
  try {
    return await withServers(
      [startOurs, startYWebsocketServer, () => startBare('payload', payload)],
      async (relay, other, floor) => {
        const { sessionId, tokens } = await relay.newSession(people + 1)
        const addresses = tokens.map((token) => relay.addressOf(sessionId, boardRoom, token))
        const [first, ...rest] = addresses
        const yUrls = (await other.newRoom(people)).urls
        const residents = [await writeBoard(first!, board), await writeBoard(yUrls[0]!, board)]
        const floorUrls = (await floor.newRoom(people)).urls
        const turns = [
          { name: 'ours', server: relay, urls: rest, greets: true },
          { name: 'ours, packed', server: relay, urls: rest.map((url) => `${url}&deflate=1`), greets: true },
          { name: other.name, server: other, urls: yUrls, greets: true },
          { name: floor.name, server: floor, urls: floorUrls, greets: false },
        ]
        const results = await takeTurns(bench, 'joins', turns, ({ server, urls, greets }) =>
          bench.crowd.run('joins', { urls, greets }, server),
        )
        residents.forEach((socket) => socket.close())
        const [plain, packed, y, bare] = results.map((of) => ({
          cpu: medianOf(of, ({ cpuSeconds }) => cpuSeconds),
          last: medianOf(of, ({ lastMs }) => lastMs),
          bytes: medianOf(of, ({ bytes }) => bytes),
        }))
        const row = (what: string, ours: string, beside: string, value: number, most: number): Row => ({
          what: `30 people join 20,000 records: ${what}`,
          ours,
          beside,
          value,
          bound: { most },
        })
        const cpu = (of: typeof plain) => `${of!.cpu.toFixed(2)} s`
        const yCpu = `y-websocket-server ${cpu(y)}, last one in ${ms(y!.last)}`
        const floorLast = `bare fan-out ${ms(bare!.last)}`
        return [
          row('CPU, plain', cpu(plain), yCpu, plain!.cpu / y!.cpu, 1 / 12),
          row('CPU, packed', cpu(packed), yCpu, packed!.cpu / y!.cpu, 1 / 12),
          row('last one in, plain', ms(plain!.last), floorLast, plain!.last / bare!.last, 1.5),
          row('last one in, packed', ms(packed!.last), floorLast, packed!.last / bare!.last, 1.5),
          row(
            'bytes, packed',
            MB(packed!.bytes),
            `the raw update ${MB(board.length)}`,
            packed!.bytes / board.length,
            0.2,
          ),
        ]
      },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

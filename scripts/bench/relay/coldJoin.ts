// A page that nobody has open, beside one that somebody has: opened with our own client, until all of it is there.
import { boardNotes, boardRoom, boardUpdate, writeBoard } from './largeBoard'
import { openLeanSocket } from './leanSocket'
import { medianOf, ms, type Row } from './row'
import { takeTurns, withServers, type Bench } from './rounds'
import { startOurs, type OurRelay } from './servers'
import { untilRooms } from './untilRooms'

export async function measureColdJoin(bench: Bench): Promise<Row[]> {
  return withServers([startOurs], async (relay: OurRelay) => {
    const { sessionId, tokens } = await relay.newSession(2)
    const url = relay.addressOf(sessionId, boardRoom, tokens[0]!)
    ;(await writeBoard(url, boardUpdate())).close()
    const open = () =>
      bench.crowd.run('open', { relayUrl: relay.url, sessionId, token: tokens[1]!, room: boardRoom }, relay)
    bench.say('cold join: warming up')
    await open()
    const turns = [
      {
        name: 'hot',
        async open() {
          const resident = await openLeanSocket(url, () => {})
          await open()
          const result = await open()
          resident.close()
          return result
        },
      },
      {
        name: 'cold',
        async open() {
          await untilRooms(relay, 0)
          return open()
        },
      },
    ]
    const [hot, cold] = await takeTurns(bench, 'cold join', turns, (turn) => turn.open())
    const [hotMs, coldMs] = [medianOf(hot!, (each) => each.ms), medianOf(cold!, (each) => each.ms)]
    return [
      {
        what: 'cold join against hot join',
        ours: ms(coldMs),
        beside: `hot ${ms(hotMs)}`,
        value: coldMs / hotMs,
        bound: { most: 1.2 },
      },
      {
        what: 'joins that counted as opened before all was there',
        ours: `${boardNotes} records`,
        beside: '',
        value: [...hot!, ...cold!].filter(({ records }) => records !== boardNotes).length,
        bound: { most: 0 },
      },
    ]
  })
}

// What rooms cost in memory while somebody is there, and whether they are given back.
import { boardRoom, boardUpdate, writeBoard } from './largeBoard'
import { openLeanSocket, type LeanSocket } from './leanSocket'
import { cursorMessage, emptyStep1, firstNumber, syncMessage } from './messages'
import { kB, MB, median, pause, type Row } from './row'
import { withServers, type Bench } from './rounds'
import { startOurs, type OurRelay } from './servers'
import { untilRooms } from './untilRooms'

const sessions = 5
const roomsEach = 200
/** One member may have only so many connections: the rooms of a session are shared out. */
const membersEach = 5

export async function measureMemory(bench: Bench): Promise<Row[]> {
  return [...(await measureSmallRooms(bench)), ...(await measureLargeRoom(bench))]
}

async function measureSmallRooms(bench: Bench): Promise<Row[]> {
  return withServers([startOurs], async (relay: OurRelay) => {
    const urls: string[] = []
    for (let n = 0; n < sessions; n++) {
      const { sessionId, tokens } = await relay.newSession(membersEach)
      for (let room = 0; room < roomsEach; room++)
        urls.push(relay.addressOf(sessionId, `page-room${room}`, tokens[room % membersEach]!))
    }
    bench.say('memory: rooms with one connection')
    const open = async (count: number) => {
      const sockets: LeanSocket[] = []
      for (let at = 0; at < count; at += 50)
        sockets.push(...(await Promise.all(urls.slice(at, Math.min(count, at + 50)).map(enter))))
      await untilRooms(relay, count)
      return sockets
    }
    const settle = async () => {
      await pause(500)
      return relay.memory()
    }
    const leave = async (sockets: readonly LeanSocket[]) => {
      sockets.forEach((socket) => socket.close())
      await untilRooms(relay, 0)
    }
    // Once before, so that what the program loads and compiles once is not counted.
    await leave(await open(urls.length))
    const before = await settle()
    const sockets = await open(urls.length)
    const during = await settle()
    await leave(sockets)
    const after = await settle()
    const perRoom = (during.held - before.held) / urls.length
    return [
      {
        what: 'memory: a room with one connection, in kB',
        ours: `${kB(perRoom)} held, ${kB((during.rss - before.rss) / urls.length)} resident`,
        beside: `${urls.length} rooms`,
        value: perRoom / 1000,
        bound: { most: 20 },
      },
      {
        what: 'memory: what stays of rooms left empty, as a share',
        ours: kB((after.held - before.held) / urls.length),
        beside: kB(perRoom),
        value: (after.held - before.held) / (during.held - before.held),
        bound: { most: 0.05 },
      },
    ]
  })
}

let people = 0
/** Somebody with a little content and a cursor. */
async function enter(url: string): Promise<LeanSocket> {
  const socket = await openLeanSocket(url, () => {})
  socket.send(emptyStep1)
  socket.send(cursorMessage(1000 + people++, 1, firstNumber, false))
  socket.send(syncMessage(2, new Uint8Array([0, 0])))
  return socket
}

async function measureLargeRoom(bench: Bench): Promise<Row[]> {
  bench.say('memory: a room of 20,000 records')
  return withServers([startOurs], async (first: OurRelay) => {
    const { sessionId, tokens } = await first.newSession(1)
    const socket = await writeBoard(first.addressOf(sessionId, boardRoom, tokens[0]!), boardUpdate())
    socket.close()
    await untilRooms(first, 0)
    // As on another day: somebody opens it with a page of ours, and it stays open.
    const address = `${first.addressOf(sessionId, boardRoom, tokens[0]!)}&deflate=1`
    const resident = await openLeanSocket(address, () => {})
    resident.send(emptyStep1)
    const readings: number[] = []
    for (let n = 0; n < 5; n++) {
      await pause(3000)
      readings.push((await first.memory()).rss)
    }
    resident.close()
    return [
      {
        what: 'memory: the whole relay with a room of 20,000 records, in MB',
        ours: `${MB(median(readings))} resident`,
        beside: '',
        value: median(readings) / 1e6,
        bound: { most: 100 },
      },
    ]
  })
}

// Every limit closes with its own code, and only whoever broke it.
import { connect as connectTcp } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { joined } from '../../shared/relay/api'
import type { Limits } from '../../shared/relay/limits'
import {
  connectByHand,
  oneEdit,
  pause,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay | undefined
const opened: HandMade[] = []

const open = async (limits: Partial<Limits> = {}): Promise<Place> => {
  running = await startTestRelay({ limits })
  const { sessionId, token } = await running.relay.sessions.create()
  return { url: running.relay.url, sessionId, room: 'page-one', token }
}
const join = async (place: Place) => {
  const hand = connectByHand(place)
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  return hand
}
const isIn = (hand: HandMade) => until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'in the room')

afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await running?.stop()
  running = undefined
})

test('message size: 4413, before it is read', async () => {
  const place = await open({ messageBytes: 10_000 })
  const [offender, bystander] = [await join(place), await join(place)]
  await isIn(bystander)
  offender.sendUpdate(oneEdit('big', 'x'.repeat(20_000)))
  expect(await offender.closed).toEqual({ code: 4413, reason: 'messageTooLarge' })
  bystander.sendUpdate(oneEdit('fine', 1))
  await until(() => bystander.acked() === 1, 'the other goes on')
})

test('room size: 4409, and what is there stays readable', async () => {
  const place = await open({ roomBytes: 30_000 })
  const writer = await join(place)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.sendUpdate(update))
  for (let i = 0; i < 8; i++) doc.getMap('map').set(`key ${i}`, 'x'.repeat(5000))
  expect(await writer.closed).toEqual({ code: 4409, reason: 'roomFull' })
  const reader = await join(place)
  await isIn(reader)
  expect(reader.doc.getMap('map').size).toBe(5)
})

test('rate: 4429', async () => {
  const place = await open({ messagesPerSecond: 10, messageBurst: 20 })
  const [offender, bystander] = [await join(place), await join(place)]
  for (let i = 0; i < 40; i++) offender.send(new Uint8Array([3]))
  expect(await offender.closed).toEqual({ code: 4429, reason: 'tooFast' })
  await isIn(bystander)
})

test('connections per session and per address: 4430', async () => {
  const place = await open({ connectionsPerSession: 3 })
  for (let i = 0; i < 3; i++) await isIn(await join(place))
  expect(await connectByHand(place).closed).toEqual({ code: 4430, reason: 'tooMany' })
  opened.pop()!.socket.terminate()
  await until(async () => {
    const again = await join(place)
    return Promise.race([again.closed.then(() => false), isIn(again).then(() => true)])
  }, 'there is room again')
  await running!.stop()

  const other = await open({ connectionsPerAddress: 2 })
  for (let i = 0; i < 2; i++) await isIn(await join(other))
  expect((await connectByHand(other).closed).code).toBe(4430)
})

test('rooms per session: 4412 for a new one, those that exist stay open', async () => {
  const place = await open({ roomsPerSession: 2 })
  for (const room of ['page-one', 'page-two']) {
    const hand = await join({ ...place, room })
    hand.sendUpdate(oneEdit('a', 1))
    await until(() => hand.acked() === 1, 'stored')
  }
  expect(await connectByHand({ ...place, room: 'page-three' }).closed).toEqual({
    code: 4412,
    reason: 'tooManyRooms',
  })
  await isIn(await join({ ...place, room: 'page-two' }))
})

test('300 people with three rooms each come in from one address with the default limits', async () => {
  const place = await open()
  const { doors } = running!.relay
  const { code } = await doors.open(place.sessionId, 'participant')
  const rooms = ['control', 'common', 'page-one']
  for (let person = 0; person < 300; person += 50)
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const answer = await fetch(`${place.url}/api/join`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code, name: `Person ${person + i}` }),
        })
        const { token } = joined.parse(await answer.json())
        for (const room of rooms) await isIn(await join({ ...place, room, token }))
      }),
    )
  expect(opened.length).toBe(900)
})

test('connections of one member: 4430, and the others are not touched', async () => {
  const place = await open({ connectionsPerMember: 4 })
  for (let i = 0; i < 4; i++) await isIn(await join(place))
  expect(await connectByHand(place).closed).toEqual({ code: 4430, reason: 'tooMany' })
  const { token } = await running!.relay.sessions.mintToken(place.sessionId, 'participant', 'Bo')
  await isIn(await join({ ...place, token }))
})

test('bytes a second: read more slowly, and nothing is lost', async () => {
  const place = await open({ bytesPerSecond: 400_000, bytesBurst: 100_000 })
  const [writer, other] = [await join(place), await join({ ...place, room: 'page-two' })]
  await isIn(writer)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.sendUpdate(update))
  for (let i = 0; i < 10; i++) doc.getMap('map').set(`key ${i}`, 'x'.repeat(50_000))
  await pause(100)
  expect(writer.acked()).toBeLessThan(10)
  await isIn(other)
  await until(() => writer.acked() === 10, 'all of it is on disk')
})

test('a slow reader is bounded, delays nobody, and has all of it once it reads again', async () => {
  const place = await open({ sendBufferBytes: 1024 * 1024, messagesPerSecond: 10_000 })
  const [writer, slow, quick] = [await join(place), await join(place), await join(place)]
  await Promise.all([isIn(slow), isIn(quick)])
  slow.socket.pause()
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.sendUpdate(update))
  let latest = 0
  for (let i = 0; i < 240; i++) {
    doc.getMap('map').set(`key ${i % 40}`, `${i} ${'x'.repeat(100_000)}`)
    if (i % 10 === 9) await until(() => writer.acked() > i - 10, 'the writer is not held up')
    latest = i
  }
  await until(
    () => String(quick.doc.getMap('map').get(`key ${latest % 40}`)).startsWith(`${latest} `),
    'the quick one has it',
  )
  // 24 MB went to the quick one. Of as much again for the slow one, no more left the relay than its limit and what the
  // system's own buffers take.
  const metrics = await fetch(`${running!.relay.url}/metrics`, {
    headers: { authorization: `Bearer ${running!.relay.key}` },
  })
  const sent = Number(/^samverkstad_sent_bytes_total (\d+)$/m.exec(await metrics.text())![1])
  expect(sent).toBeGreaterThan(20e6)
  expect(sent).toBeLessThan(36e6)
  slow.socket.resume()
  await until(() => slow.doc.getMap('map').size === 40, 'it caught up', 15_000)
  await until(
    () => String(slow.doc.getMap('map').get(`key ${latest % 40}`)).startsWith(`${latest} `),
    'to the last',
    15_000,
  )
  expect(slow.socket.readyState).toBe(slow.socket.OPEN)
})

test('a line that never finishes its handshake is cut and holds nobody up', async () => {
  const place = await open()
  const port = running!.relay.port
  const lines = Array.from({ length: 30 }, () => connectTcp(port, '127.0.0.1').on('error', () => {}))
  for (const line of lines) line.write('GET /sync/x HTTP/1.1\r\nHost: x\r\n')
  const hand = await join(place)
  await isIn(hand)
  await pause(20)
  for (const line of lines) line.destroy()
})

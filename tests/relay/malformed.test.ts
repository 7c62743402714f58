// Thousands of broken frames: no crash, nothing stored, nothing passed on, and the door stays open for the others.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  awarenessMessage,
  connectByHand,
  oneEdit,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay
let place: Place
let watcher: HandMade

beforeAll(async () => {
  running = await startTestRelay({
    limits: { messagesPerSecond: 1e6, messageBurst: 1e6, questionsPerSecond: 1e6, questionBurst: 1e6 },
  })
  const { sessionId, token } = await running.relay.sessions.create()
  place = { url: running.relay.url, sessionId, room: 'page-one', token }
  watcher = connectByHand(place)
  await watcher.opened
  watcher.sendStep1()
})
afterAll(() => running.stop())

const join = async () => {
  const hand = connectByHand(place)
  await hand.opened
  return hand
}

const nextAwareness = (hand: HandMade) =>
  new Promise<'answered'>((resolve) => {
    const listen = (data: Buffer) => {
      if (data[0] !== 1) return
      hand.socket.off('message', listen)
      resolve('answered')
    }
    hand.socket.on('message', listen)
  })

const good = oneEdit('good', 'värde', 42)
const templates: Uint8Array[] = [
  new Uint8Array([0, 0, 1, 0]),
  new Uint8Array([0, 1, good.length, ...good]),
  new Uint8Array([0, 2, good.length, ...good]),
  awarenessMessage([{ clientId: 9, clock: 1, json: '{"cursor":1}' }]),
  new Uint8Array([3]),
  new Uint8Array([2, 0, 3, 97, 98, 99]),
]

/** A template with some bytes changed, cut or added. */
const broken = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
    fc.option(fc.nat()),
    fc.uint8Array({ maxLength: 6 }),
  )
  .map(([template, changes, cut, added]) => {
    const bytes = new Uint8Array(template)
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte
    const kept = cut === null ? bytes : bytes.slice(0, cut % bytes.length)
    return new Uint8Array([...kept, ...added])
  })

test('3,000 fuzzed frames', async () => {
  const frames = fc.sample(fc.oneof(fc.uint8Array({ maxLength: 60 }), broken, broken), {
    numRuns: 3000,
    seed: 7,
  })
  const codes = new Set<number>()
  let hand = await join()
  for (const frame of frames) {
    hand.send(frame)
    // A question after each: the relay has judged the frame when it answers, or when it closes.
    const answered = nextAwareness(hand)
    hand.send(new Uint8Array([3]))
    const code = await Promise.race([answered, hand.closed.then((closed) => closed.code)])
    if (code === 'answered') continue
    codes.add(code)
    hand = await join()
  }
  hand.socket.terminate()
  expect([...codes]).toEqual([4400])

  // The room is sound: everything in it applies, and others read and write.
  const late = await join()
  late.sendStep1()
  await until(() => late.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
  late.sendUpdate(oneEdit('after', 1))
  await until(() => watcher.doc.getMap('map').get('after') === 1, 'the others hear of it')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await running.relay.rooms.read(place.sessionId, 'page-one'))
  expect(doc.getMap('map').get('after')).toBe(1)
}, 60_000)

test.each<[string, Uint8Array]>([
  ['an unknown type', new Uint8Array([77, 1, 2])],
  ['nothing', new Uint8Array([])],
  [
    'a number without end',
    new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  ],
  ['a truncated step 1', new Uint8Array([0, 0, 9, 1])],
  ['an update that is none', new Uint8Array([0, 2, 3, 9, 9, 9])],
  ['bytes after the message', new Uint8Array([0, 2, 2, 0, 0, 1])],
  ['a huge length', new Uint8Array([0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 0])],
  ['a state vector that lies about its length', new Uint8Array([0, 0, 2, 200, 1])],
  ['an update that leans on itself', new Uint8Array([0, 2, 10, 1, 1, 7, 0, 0x84, 7, 5, 1, 0x62, 0])],
  [
    'an update with a clock out of bounds',
    new Uint8Array([0, 2, 13, 1, 1, 7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 2, 0]),
  ],
])('%s closes as malformed', async (_name, frame) => {
  const hand = await join()
  hand.send(frame)
  expect(await hand.closed).toEqual({ code: 4400, reason: 'malformed' })
})

test('a text frame closes as malformed, and so do bytes that are no WebSocket', async () => {
  const text = await join()
  text.socket.send('hej')
  expect((await text.closed).code).toBe(4400)
  const raw = await join()
  const wire = (raw.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket
  wire.write(new Uint8Array([0xff, 0xff, 0xff, 0xff]))
  expect((await raw.closed).code).toBe(4400)
})

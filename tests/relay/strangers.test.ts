// Who has not been let in costs little and keeps nobody waiting; who has been let in and is hostile, not much more.
import { randomBytes } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { connect, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ownCertificate } from '../../relay/desk/ownCertificate'
import type { Limits } from '../../shared/relay/limits'
import {
  connectByHand,
  pause,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay
let place: Place
let honest: HandMade
let doc: Y.Doc
const lines: Socket[] = []

/** Connects and writes `text` at once. */
const dial = (text: string | Uint8Array = '', port = running.relay.port) => {
  const line = connect(port, '127.0.0.1')
  line.on('error', () => {})
  line.resume()
  line.write(text)
  lines.push(line)
  return line
}
const isUp = (line: Socket) => !line.destroyed && !line.readableEnded
/** A handshake of WebSocket with the member's token. */
const handshake = (token: string, room = 'page-two') =>
  `GET /sync/${place.sessionId}/${room}?token=${token} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`
/** The beginning of a masked frame of `length` bytes; the mask is zero. */
const frameHead = (length: number, first = 0x82) => {
  const head = Buffer.alloc(14)
  head[0] = first
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

const start = async (limits: Partial<Limits> = {}) => {
  running = await startTestRelay({ limits })
  const { sessionId, token } = await running.relay.sessions.create()
  place = { url: running.relay.url, sessionId, room: 'page-one', token }
  honest = connectByHand(place)
  await honest.opened
  doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => honest.sendUpdate(update))
}
let written = 0
/** Whoever was let in before, writes and is told that it is on disk; whoever comes now is served. */
const expectServed = async () => {
  doc.getMap('map').set('count', ++written)
  await until(() => honest.acked() === written, 'the honest one is told')
  const answer = await fetch(`${place.url}/api/sessions/${place.sessionId}/me`, {
    headers: { authorization: `Bearer ${place.token}` },
  })
  expect(answer.status).toBe(200)
  const newcomer = connectByHand(place)
  await newcomer.opened
  newcomer.sendStep1()
  await until(() => newcomer.doc.getMap('map').get('count') === written, 'a newcomer has it')
  newcomer.socket.terminate()
}

beforeEach(() => void (written = 0))
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy()
  honest.socket.terminate()
  await running.stop()
})

test.each([
  ['that say nothing', ''],
  ['whose request never ends', `GET /sync/x HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(7000)}\r\n`],
  ['that have asked and stay', 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['that are refused', 'GET /sync/aaaaaaaaaaaaaaaaaaaa/page-one HTTP/1.1\r\nHost: x\r\n\r\n'],
])('connections %s: the oldest make room, and everybody else is served', async (_name, text) => {
  await start({ strangersPerAddress: 60 })
  for (let i = 0; i < 300; i++) dial(text)
  await expectServed()
  await until(() => lines.filter(isUp).length <= 60, 'no more than that stay')
})

test('on an encrypted listener they cost more, and are fewer', async () => {
  await start({ strangersPerAddress: 200, encryptedStrangersPerAddress: 20 })
  const { pem } = await ownCertificate(running.dataDir, ['127.0.0.1'])
  const context = createSecureContext({ key: pem, cert: pem })
  const outside = await running.relay.listenAlso({ host: '127.0.0.1', port: 0, secureContext: () => context })
  for (let i = 0; i < 100; i++) dial('', outside.port)
  await until(() => lines.filter(isUp).length <= 20, 'no more than that stay')
  for (let i = 0; i < 100; i++) dial()
  await pause(100)
  expect(lines.filter(isUp).length).toBe(120)
  await expectServed()
})

test('who asks much at once on one connection is cut; who waits for each answer is served as often as they like', async () => {
  await start()
  const request = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
  const hasty = dial(request.repeat(400))
  await until(() => !isUp(hasty), 'it is cut')
  const patient = dial()
  let answers = 0
  patient.on('data', (bytes: Buffer) => {
    answers += bytes.toString().split('HTTP/1.1 200').length - 1
    if (answers < 60) patient.write(request)
  })
  patient.write(request)
  await until(() => answers === 60, 'each is answered')
  expect(isUp(patient)).toBe(true)
  await expectServed()
})

const asking = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
const guessing =
  'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'

test.each([
  ['in the clear', asking, 'plain'],
  ['in the clear, with bodies', guessing, 'plain'],
  ['in the clear where TLS is expected', asking, 'plain on an encrypted listener'],
  ['over TLS', asking, 'encrypted'],
] as const)('of 400 requests at once on one line a few are taken apart: %s', async (_name, request, how) => {
  await start()
  let port = running.relay.port
  if (how !== 'plain') {
    const { pem } = await ownCertificate(running.dataDir, ['127.0.0.1'])
    const context = createSecureContext({ key: pem, cert: pem })
    const listener = { host: '127.0.0.1', port: 0, secureContext: () => context }
    port = (await running.relay.listenAlso(listener)).port
  }
  let seen = 0
  const count = () => void seen++
  subscribe('http.server.request.start', count)
  try {
    const line =
      how === 'encrypted'
        ? connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }).on('error', () => {})
        : connect(port, '127.0.0.1').on('error', () => {})
    lines.push(line.resume())
    line.write(request.repeat(400))
    await until(() => !isUp(line), 'it is cut')
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThan(10)
  } finally {
    unsubscribe('http.server.request.start', count)
  }
  await expectServed()
})

test('who asks very often waits longer for answers, and has all of them', async () => {
  await start()
  const request = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
  const begun = performance.now()
  let answers = 0
  for (let n = 0; n < 40; n++) {
    const line = dial(request)
    let own = 0
    line.on('data', (bytes: Buffer) => {
      const here = bytes.toString().split('HTTP/1.1 200').length - 1
      answers += here
      own += here
      if (here > 0 && own < 50) line.write(request)
    })
  }
  await until(() => answers === 2000, 'each is answered', 30_000)
  // A thousand at once, and a thousand a second.
  expect(performance.now() - begun).toBeGreaterThan(800)
  await expectServed()
})

test('a stranger’s body is not read: it costs what joining takes, and no more', async () => {
  await start()
  const refused = [
    'POST /api/sessions',
    `POST /api/sessions/${place.sessionId}/assets`,
    `PUT /api/sessions/${place.sessionId}/locks`,
    'POST /nowhere',
  ]
  for (const request of refused) {
    const answer = await fetch(`${place.url}${request.split(' ')[1]}`, {
      method: request.split(' ')[0]!,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ a: 'x'.repeat(60_000) }),
    })
    expect([request, answer.status]).toEqual([request, 401])
  }
  const join = await fetch(`${place.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'x', name: 'x'.repeat(5000) }),
  })
  expect(join.status).toBe(413)
  // Of those who drip a body nobody is read further than that.
  const dripping = Array.from({ length: 30 }, () =>
    dial(
      `POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"a":"`,
    ),
  )
  await until(() => dripping.every((line) => line.bytesRead > 0), 'they are answered before they are done')
  await expectServed()
})

test('of large messages that are not complete one member has one at a time; the others wait unread', async () => {
  await start()
  const { token } = await running.relay.sessions.mintToken(place.sessionId, 'participant', 'Hostile')
  const half = Buffer.alloc(6 * 1024 * 1024, 0x61)
  const hostile = Array.from({ length: 12 }, () => dial(handshake(token)))
  await until(() => hostile.every((line) => line.bytesRead > 0), 'they are in')
  for (const line of hostile) line.write(Buffer.concat([frameHead(12 * 1024 * 1024), half]))
  await until(() => hostile.some((line) => line.writableLength === 0), 'one of them is read')
  await pause(300)
  expect(hostile.filter((line) => line.writableLength === 0).length).toBe(1)
  await expectServed()
  // And when that one is gone, it is the next one's turn.
  hostile.find((line) => line.writableLength === 0)!.destroy()
  await until(() => hostile.some((line) => !line.destroyed && line.writableLength === 0), 'the next is read')
  await expectServed()
})

test('a message in a thousand pieces is refused, as is one that claims more than may be', async () => {
  await start()
  const codeOf = (line: Socket) =>
    new Promise<number>((resolve) => {
      let heard = Buffer.alloc(0)
      line.on('data', (chunk: Buffer) => {
        heard = Buffer.concat([heard, chunk])
        const end = heard.indexOf(Buffer.from([0x88]))
        if (end >= 0 && heard.length >= end + 4) resolve(heard.readUInt16BE(end + 2))
      })
    })
  const pieces = dial(handshake(place.token))
  const piecesCode = codeOf(pieces)
  const piece = (first: number) => Buffer.from([first, 0x81, 0, 0, 0, 0, 1])
  pieces.write(Buffer.concat([piece(0x02), ...Array.from({ length: 5000 }, () => piece(0x00))]))
  expect(await piecesCode).toBe(4400)
  const huge = dial(handshake(place.token))
  const hugeCode = codeOf(huge)
  huge.write(frameHead(64 * 1024 * 1024))
  expect(await hugeCode).toBe(4413)
  await expectServed()
})

test('who sends more than may be and does not hang up is let go, and until then nobody reads more of theirs', async () => {
  await start()
  const { token } = await running.relay.sessions.mintToken(place.sessionId, 'participant', 'Hostile')
  const [first, second] = [dial(handshake(token)), dial(handshake(token))]
  await until(() => first.bytesRead > 0 && second.bytesRead > 0, 'they are in')
  const mebibyte = Buffer.alloc(1024 * 1024, 0x61)
  const pieces = Array.from({ length: 20 }, (_, n) =>
    Buffer.concat([frameHead(mebibyte.length, n === 0 ? 2 : 0), mebibyte]),
  )
  const began = performance.now()
  first.write(Buffer.concat(pieces))
  await pause(500)
  second.write(Buffer.concat([frameHead(12 * 1024 * 1024), Buffer.alloc(6 * 1024 * 1024)]))
  await pause(1000)
  expect(second.writableLength).toBeGreaterThan(0)
  await until(() => second.writableLength === 0, 'it is the second line’s turn')
  expect(performance.now() - began).toBeGreaterThan(2000)
  await until(() => first.destroyed || first.readableEnded, 'the first is let go')
  await expectServed()
})

test('presence beyond what one may send is passed over, and what comes later is shown', async () => {
  await start({ presenceBytesPerSecond: 4000 })
  const seen = () =>
    honest.heard
      .flatMap((each) => (each.kind === 'awareness' ? [each.bytes.length] : []))
      .reduce((a, b) => a + b, 0)
  const hostile = connectByHand({ ...place, room: 'page-one' })
  await hostile.opened
  for (let clock = 1; clock <= 200; clock++)
    hostile.sendAwareness([{ clientId: 9, clock, json: JSON.stringify({ at: 'x'.repeat(2000) }) }])
  await expectServed()
  expect(seen()).toBeLessThan(40_000)
  await pause(1000)
  hostile.sendAwareness([{ clientId: 9, clock: 999, json: '{"at":"last"}' }])
  await until(
    () => honest.heard.some((each) => each.kind === 'awareness' && Buffer.from(each.bytes).includes('last')),
    'it is shown',
  )
  hostile.socket.terminate()
})

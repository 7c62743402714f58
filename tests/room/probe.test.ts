// What a stranger may try before being let in, and what it can cost.
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { probeBytes, probed, probeEchoBytes } from '../../shared/relay/probe'
import { startTestRelay, until, type TestRelay } from '../relay/harness'

let running: TestRelay
afterEach(() => running.stop())

const echo = (url: string, message: string | Buffer) =>
  new Promise<{ heard: string[]; code: number; reason: string }>((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/probe/echo`)
    const heard: string[] = []
    socket.on('open', () => socket.send(message))
    socket.on('message', (said: Buffer) => heard.push(said.toString()))
    socket.on('error', () => {})
    socket.on('close', (code, reason) => resolve({ heard, code, reason: reason.toString() }))
  })

test('the clock, the bytes and the echo, without a token', async () => {
  running = await startTestRelay()
  const { url } = running.relay
  const { now } = probed.parse(await (await fetch(`${url}/probe`)).json())
  expect(Math.abs(now - Date.now())).toBeLessThan(60_000)
  const answer = await fetch(`${url}/probe/bytes`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect((await answer.arrayBuffer()).byteLength).toBe(probeBytes)
  expect(await echo(url, 'hej')).toEqual({ heard: ['hej'], code: 4200, reason: 'probed' })
})

test('an echo is short: longer messages are not read', async () => {
  running = await startTestRelay()
  expect(await echo(running.relay.url, Buffer.alloc(probeEchoBytes + 1))).toMatchObject({
    heard: [],
    code: 4413,
  })
  expect((await echo(running.relay.url, 'a'.repeat(probeEchoBytes))).heard).toHaveLength(1)
})

test('beyond the limit of an address it is refused by name, and the relay goes on', async () => {
  running = await startTestRelay({ limits: { probesPerMinute: 3 } })
  const { url } = running.relay
  for (const expected of [4200, 4200, 4200, 4429]) expect((await echo(url, 'x')).code).toBe(expected)
  const answer = await fetch(`${url}/probe/bytes`)
  expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([429, 'tooManyTries'])
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('who opens an echo and says nothing is let go, and only so many can wait at once', async () => {
  running = await startTestRelay()
  const { port } = running.relay
  const answers: string[] = []
  const silent: Socket[] = Array.from({ length: 220 }, () => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => {})
    socket.on('data', (said: Buffer) => answers.push(said.toString('latin1')))
    socket.write(
      'GET /probe/echo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    return socket
  })
  await until(
    () => answers.filter((each) => each.includes('tooMany')).length === 20,
    'the surplus is refused',
    30_000,
  )
  await until(() => silent.every((socket) => socket.closed), 'the rest is let go', 30_000)
  expect((await echo(running.relay.url, 'hej')).code).toBe(4200)
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameOf, varUint, type WireFrame } from './wireFrame'

const server = createServer()
let toSend: readonly WireFrame[] = []
beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, () => toSend.forEach((frame) => wire.write(frame.wire))),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => void server.close())

/** What a stock client hears of them. */
function hear(frames: readonly WireFrame[]): Promise<Buffer[]> {
  toSend = frames
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const heard: Buffer[] = []
    socket.on('error', reject)
    socket.on('message', (message: Buffer, isBinary) => {
      if (!isBinary) return reject(new Error('not binary'))
      if (heard.push(message) < frames.length) return
      socket.terminate()
      resolve(heard)
    })
  })
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'a client reads a frame of %i bytes',
  async (length) => {
    const content = Uint8Array.from({ length }, (_, n) => n % 251)
    const half = length >> 1
    const [first, second] = await hear([
      frameOf([content.subarray(0, half), content.subarray(half)]),
      frameOf([new Uint8Array([7])]),
    ])
    expect(Buffer.compare(first!, content)).toBe(0)
    expect(Buffer.compare(frameOf([content]).message, content)).toBe(0)
    expect([...second!]).toEqual([7])
  },
)

test('numbers are written as lib0 writes them', () => {
  expect([...varUint(0)]).toEqual([0])
  expect([...varUint(127)]).toEqual([127])
  expect([...varUint(128)]).toEqual([128, 1])
  expect([...varUint(2 ** 40 + 5)]).toEqual([133, 128, 128, 128, 128, 32])
})

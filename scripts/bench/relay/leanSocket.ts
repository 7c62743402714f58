// A WebSocket client with nothing to spare, so that the clients are not what is measured. It trusts the server.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface LeanSocket {
  /** Sends one binary message. */
  send(message: Uint8Array): void
  /** Stops and goes on reading from the network. */
  pause(): void
  resume(): void
  close(): void
  /** Bytes of frames received so far. */
  received(): number
}

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 }

/**
 * Connects to `url` (`ws://host:port/path`). `heard` gets every message as a view that is only good during the call.
 * Throws when the server does not switch protocols.
 */
export function openLeanSocket(url: string, heard: (message: Buffer) => void): Promise<LeanSocket> {
  const { hostname, port, pathname, search } = new URL(url)
  const wire = connect({ host: hostname, port: Number(port), noDelay: true })
  wire.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )
  let received = 0
  const read = readFrames((opcode, payload) => {
    received += payload.length
    if (opcode === opcodes.binary) heard(payload)
    else if (opcode === opcodes.ping) wire.write(maskedFrame(opcodes.pong, payload))
    else if (opcode === opcodes.close) wire.end()
  })
  return new Promise((resolve, reject) => {
    wire.once('error', reject)
    let head = Buffer.alloc(0)
    const readHead = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      wire.off('data', readHead)
      if (!head.toString('latin1').startsWith('HTTP/1.1 101')) return reject(new Error(`${url} was refused`))
      wire.off('error', reject)
      wire.on('error', () => wire.destroy())
      wire.on('data', read)
      resolve(speak(wire, () => received))
      if (head.length > end + 4) read(head.subarray(end + 4))
    }
    wire.on('data', readHead)
  })
}

function speak(wire: Socket, received: () => number): LeanSocket {
  return {
    send: (message) => void wire.write(maskedFrame(opcodes.binary, message)),
    pause: () => void wire.pause(),
    resume: () => void wire.resume(),
    close: () => wire.destroy(),
    received,
  }
}

/** Cuts the stream into frames; a large one is put together once, when all of it is there. */
function readFrames(found: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = []
  let bytes = 0
  let needed = 2
  return (chunk) => {
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes < needed) return
    const all = waiting.length === 1 ? chunk : Buffer.concat(waiting)
    let at = 0
    for (;;) {
      const frame = frameAt(all, at)
      needed = frame.end - at
      if (frame.end > all.length) break
      found(all[at]! & 15, all.subarray(frame.start, frame.end))
      at = frame.end
    }
    waiting = at < all.length ? [all.subarray(at)] : []
    bytes = all.length - at
  }
}

/** Where the payload of the frame that begins at `at` lies; as much of the header as is there counts. */
function frameAt(all: Buffer, at: number): { start: number; end: number } {
  if (all.length - at < 2) return { start: at, end: at + 2 }
  const short = all[at + 1]! & 127
  if (short < 126) return { start: at + 2, end: at + 2 + short }
  const start = at + (short === 126 ? 4 : 10)
  if (all.length < start) return { start, end: start }
  const length = short === 126 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2))
  return { start, end: start + length }
}

function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const start = length < 126 ? 6 : length < 65_536 ? 8 : 14
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = 0x80 | opcode
  if (length < 126) frame[1] = 0x80 | length
  else if (length < 65_536) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  const mask = (Math.random() * 0xffffffff) | 1
  frame.writeInt32BE(mask | 0, start - 4)
  for (let n = 0; n < length; n++) frame[start + n] = payload[n]! ^ frame[start - 4 + (n & 3)]!
  return frame
}

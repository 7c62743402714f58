// A TCP connection on which anything can be said to a relay, and what the relay says to it.
import { connect, type Socket } from 'node:net'
import { readServerFrames, type ServerFrame } from './webSocketFrame'

/** How a line ended: with the code of a close frame, with none, or not at all within the time. */
export type Ending = number | 'cut' | 'open'

export interface RawSocket {
  write(bytes: Uint8Array | string): void
  /** Resolves when the handshake is answered; with the status of the answer, 0 where none came. */
  answered: Promise<number>
  /** Called with each frame after the handshake, until it is set anew. */
  heard: (frame: ServerFrame) => void
  /** Called with what comes in place of frames: answers over HTTP. */
  heardText: (text: string) => void
  ended: Promise<Ending>
  bytesRead(): number
  /** Leaves at once, with a reset: nothing of it waits in the system. */
  leave(): void
}

/** @param from the address of this machine that it comes from: each has ports of its own. */
export function openRawSocket(port: number, from = '127.0.0.1'): RawSocket {
  const wire: Socket = connect({ host: '127.0.0.1', port, localAddress: from, noDelay: true })
  let status = -1
  let head = ''
  let setAnswered: (status: number) => void
  let setEnded: (ending: Ending) => void
  const raw: RawSocket = {
    write: (bytes) => void (wire.writable && wire.write(bytes)),
    answered: new Promise((resolve) => (setAnswered = resolve)),
    ended: new Promise((resolve) => (setEnded = resolve)),
    heard: () => {},
    heardText: () => {},
    bytesRead: () => wire.bytesRead,
    leave: () => void wire.resetAndDestroy(),
  }
  const read = readServerFrames((frame) => {
    if (frame.opcode === 8) setEnded(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005)
    raw.heard(frame)
  })
  wire.on('data', (chunk: Buffer) => {
    if (status === 101) return read(chunk)
    const text = chunk.toString('latin1')
    raw.heardText(text)
    if (status >= 0) return
    head += text
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
    const rest = Buffer.from(head.slice(end + 4), 'latin1')
    setAnswered(status)
    if (status === 101 && rest.length > 0) read(rest)
  })
  wire.on('error', () => {})
  wire.on('close', () => {
    setAnswered(Math.max(status, 0))
    setEnded('cut')
  })
  return raw
}

/** The beginning of a WebSocket. */
export function handshake(path: string, headers: readonly string[] = []): string {
  return [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==',
    'Sec-WebSocket-Version: 13',
    ...headers,
    '\r\n',
  ].join('\r\n')
}

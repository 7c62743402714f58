// The WebSocket side: completes a handshake for those admitted; tells the others why not without reading a byte.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { closeCodeOf, type CloseName } from '../shared/relay/closeCodes'
import { tokenProtocolPrefix } from '../shared/relay/messages'

/** Closes with the relay's own codes where the protocol's would be sent. */
export class RelaySocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    const named: CloseName | undefined =
      code === 1009 ? 'messageTooLarge' : isBroken(code) ? 'malformed' : undefined
    if (named) super.close(closeCodeOf(named), named)
    else super.close(code, reason)
  }
}

/** So many bytes of somebody who was refused are taken from the network. */
const mostThrownAway = 64 * 1024

const isBroken = (code?: number) => code === 1002 || code === 1007 || code === 1008

/** Completes the handshake; `opened` runs before anything is read. False when it came to nothing. */
export type Accept = (
  request: IncomingMessage,
  wire: Duplex,
  head: Buffer,
  opened: (socket: WebSocket) => void,
) => Promise<boolean>

/** @param mostBytes of one message. */
export function acceptSockets(mostBytes: number): Accept {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: mostBytes,
    // Each fragment is kept by itself until the message is complete.
    maxFragments: 1024,
    maxBufferedChunks: 16 * 1024,
    // Anything else than the token's own protocol would not be understood.
    handleProtocols: (offered) => [...offered].find((each) => each.startsWith(tokenProtocolPrefix)) ?? false,
    WebSocket: RelaySocket,
  })
  return (request, wire, head, opened) =>
    new Promise((resolve) => {
      const giveUp = () => resolve(false)
      wire.once('close', giveUp)
      server.handleUpgrade(request, wire, head, (socket) => {
        // Whatever listens on a socket keeps what it can see in memory: here the whole request.
        wire.off('close', giveUp)
        opened(socket)
        resolve(true)
      })
    })
}

/**
 * Completes the handshake and closes at once, because a browser's page can read a close code but not the status of a
 * refused handshake. What the client sends is thrown away unread, and after a second the line is cut.
 */
export function refuseSocket(request: IncomingMessage, wire: Duplex, name: CloseName): void {
  wire.on('error', () => wire.destroy())
  const key = request.headers['sec-websocket-key']
  if (request.method !== 'GET' || request.headers.upgrade?.toLowerCase() !== 'websocket' || !key)
    return refuseUpgrade(wire, 400)
  const accepted = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  const protocol = offeredProtocols(request).find((each) => each.startsWith(tokenProtocolPrefix))
  const reason = Buffer.from(name)
  const frame = Buffer.alloc(4 + reason.length)
  frame[0] = 0x88
  frame[1] = 2 + reason.length
  frame.writeUInt16BE(closeCodeOf(name), 2)
  reason.copy(frame, 4)
  wire.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accepted}\r\n` +
      (protocol && isToken(protocol) ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : '') +
      '\r\n',
  )
  wire.end(frame)
  throwAway(wire)
}

/** Answers an upgrade that is no WebSocket of ours. */
export function refuseUpgrade(wire: Duplex, status: 400 | 404): void {
  wire.on('error', () => wire.destroy())
  const text = status === 404 ? 'Not Found' : 'Bad Request'
  wire.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  throwAway(wire)
}

/** Takes a little of what still comes, so that the answer is heard, and cuts the line after a second. */
function throwAway(wire: Duplex): void {
  let bytes = 0
  wire.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostThrownAway) wire.pause()
  })
  setTimeout(() => wire.destroy(), 1000).unref()
}

/** The token in the query or in the subprotocol. */
export function tokenOf(request: IncomingMessage, query: URLSearchParams): string | undefined {
  const offered = offeredProtocols(request).find((each) => each.startsWith(tokenProtocolPrefix))
  return query.get('token') ?? offered?.slice(tokenProtocolPrefix.length)
}

function offeredProtocols(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
}

const isToken = (text: string) => /^[\w.!#$%&'*+^`|~-]+$/.test(text)

// The desk's socket to one room of the hosted relay: opened, kept alive, and given up when nothing comes any more.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { RoomName } from '../../shared/relay/roles'
import { tokenProtocolPrefix } from '../../shared/relay/messages'
import { whyNoAnswer } from './askHosted'
import type { UplinkTiming } from './timing'

/** A hosted room with its whole content in one message, with some to spare. */
const mostBytes = 128 * 1024 * 1024

export type SocketEnd =
  /** The relay closed it, with one of its codes or another. */
  | { kind: 'closed'; code: number }
  /** It was cut, or never came about. */
  | { kind: 'lost'; problem: 'unreachable' | 'certificate' | 'notARelay' }

export interface HostedPlace {
  /** Base address of the hosted relay. */
  address: string
  /** The session's id there. */
  onlineId: string
  token: string
}

export interface HostedSocket {
  send(frame: Uint8Array): void
  /** Bytes that the network has not taken. */
  unsent(): number
  /** Ends it without calling `ended`. */
  close(): void
}

export interface SocketEvents {
  opened(): void
  heard(frame: Uint8Array): void
  /** Once, unless it was closed from here. */
  ended(end: SocketEnd): void
}

export function openHostedSocket(
  { address, onlineId, token }: HostedPlace,
  room: RoomName,
  timing: UplinkTiming,
  events: SocketEvents,
): HostedSocket {
  const url = `${address.replace(/^http/, 'ws')}/sync/${onlineId}/${room}?acks=1`
  const socket = new WebSocket(url, [tokenProtocolPrefix + token], {
    handshakeTimeout: timing.answer,
    perMessageDeflate: false,
    maxPayload: mostBytes,
  })
  let wire: Socket | undefined
  let read = 0
  let readAt = performance.now()
  let problem: 'unreachable' | 'certificate' | 'notARelay' = 'unreachable'
  let hasEnded = false

  // Bytes count, not messages: a large one may be on its way for long.
  const beat = setInterval(() => {
    const now = performance.now()
    if (wire && wire.bytesRead !== read) {
      read = wire.bytesRead
      readAt = now
    }
    if (now - readAt > timing.silence) return socket.terminate()
    if (socket.readyState === socket.OPEN) socket.ping()
  }, timing.beat)
  const end = (ending?: SocketEnd) => {
    if (hasEnded) return
    hasEnded = true
    clearInterval(beat)
    if (ending) events.ended(ending)
  }

  socket.on('upgrade', (response: IncomingMessage) => (wire = response.socket))
  socket.on('open', () => {
    readAt = performance.now()
    if (!hasEnded) events.opened()
  })
  socket.on('message', (data: Buffer, isBinary) => {
    // A copy of its own: a decoder given a view into a larger buffer could be made to read its neighbours.
    if (isBinary && !hasEnded) events.heard(new Uint8Array(data))
  })
  socket.on('error', (error) => {
    const status = /^Unexpected server response: (\d+)/.exec(error.message)?.[1]
    problem = status === '404' || status === '400' ? 'notARelay' : whyNoAnswer(error)
  })
  socket.on('close', (code) => end(code >= 4000 ? { kind: 'closed', code } : { kind: 'lost', problem }))

  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame, { binary: true })
    },
    unsent: () => socket.bufferedAmount,
    close() {
      end()
      if (socket.readyState === socket.CONNECTING) socket.terminate()
      else socket.close(1000)
      // Whoever does not answer the closing is let go anyway.
      setTimeout(() => socket.terminate(), 2000).unref()
    },
  }
}

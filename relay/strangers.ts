// Connections on which nobody has been admitted yet. Each costs some kilobytes, so an address has so many of them, and
// the one that has been silent longest makes room for the next.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from '../shared/relay/limits'
import type { Clients } from './clients'
import { cutLine, stopWatching, watchLine } from './cutLine'
import { networkOf } from './networkOf'
import { paceLines } from './paceLines'

/** Nothing moves on a connection for so long (ms): it is cut. Longer than any answer is waited for. */
const patience = 90_000
/** Requests that one connection may have under way: browsers wait for an answer, whose end may be seen after the next. */
const mostAtOnce = 2

export interface Strangers {
  /** Watches over the connections of `server`; those of proxies are many people's. */
  guard(server: Server, isEncrypted?: () => boolean): void
  /**
   * Calls `answer` at once, or later where its address asks more than others have to bear; never when too much is asked
   * at once on its connection, which is cut then: browsers wait for an answer. @param weight in requests; default 1.
   */
  pace(request: IncomingMessage, answer: () => void, weight?: number): void
  /** Somebody was admitted on this connection. */
  admitted(socket: object): void
}

interface Line {
  address: string
  socket: Socket
  /** Requests that are being answered. */
  answering: number
  isEncrypted: boolean
}

/** Those from one address, the one that was silent longest first. */
interface Lines {
  byKey: Map<string, Line>
  encrypted: number
}

export function watchStrangers(limits: Limits, clients: Clients): Strangers {
  const byAddress = new Map<string, Lines>()
  const pace = paceLines()

  const add = (key: string, line: Line) => {
    let lines = byAddress.get(line.address)
    if (!lines) byAddress.set(line.address, (lines = { byKey: new Map(), encrypted: 0 }))
    lines.byKey.set(key, line)
    if (line.isEncrypted) lines.encrypted++
    return lines
  }
  const forget = (key: string, line: Line) => {
    const lines = byAddress.get(line.address)
    if (lines?.byKey.get(key) !== line) return
    lines.byKey.delete(key)
    if (line.isEncrypted) lines.encrypted--
    if (lines.byKey.size === 0) byAddress.delete(line.address)
  }
  const find = (socket: Socket) => {
    const key = keyOf(socket)
    const line = byAddress.get(networkOf(socket.remoteAddress ?? ''))?.byKey.get(key)
    return line && { key, line }
  }
  /** Cuts the one that has waited longest for nothing, or without saying what it wants; if there is none, the newest. */
  const makeRoom = ({ byKey, encrypted }: Lines, newest: Line) => {
    const isFull = newest.isEncrypted
      ? encrypted > limits.encryptedStrangersPerAddress
      : byKey.size > limits.strangersPerAddress
    if (!isFull) return
    for (const line of byKey.values())
      if (line !== newest && line.answering === 0 && line.isEncrypted === newest.isEncrypted)
        return void line.socket.destroy()
    newest.socket.destroy()
  }

  return {
    guard(server, isEncrypted = () => false) {
      server.headersTimeout = 10_000
      server.requestTimeout = 60_000
      server.keepAliveTimeout = 10_000
      server.setTimeout(patience)
      server.on('connection', (socket: Socket) => {
        const { remoteAddress = '' } = socket
        if (clients.isProxy(remoteAddress)) return
        const address = networkOf(remoteAddress)
        const key = keyOf(socket)
        const line: Line = { address, socket, answering: 0, isEncrypted: isEncrypted() }
        const lines = add(key, line)
        socket.once('close', () => {
          forget(key, line)
          pace.leave(address, line)
        })
        makeRoom(lines, line)
        // The system hands over one new line in a turn of the event loop; they need not be paced.
        if (!line.isEncrypted) watchLine(socket)
      })
      server.on('secureConnection', watchLine)
      server.on('upgrade', (_request, wire) => stopWatching(wire))
      server.on('request', (request: IncomingMessage, reply: ServerResponse) => {
        const found = find(request.socket)
        if (!found) return
        const { key, line } = found
        forget(key, line)
        add(key, line)
        line.answering++
        reply.once('close', () => line.answering--)
      })
    },
    pace({ socket }, answer, weight = 1) {
      if (socket.destroyed) return
      const found = find(socket)
      if (!found) return answer()
      const { line } = found
      if (line.answering < mostAtOnce && pace.wait(line.address, line, answer, weight)) return
      pace.leave(line.address, line)
      cutLine(socket)
    },
    admitted(socket) {
      const found = find(socket as Socket)
      if (found) forget(found.key, found.line)
    },
  }
}

/** The same for a connection and for what is encrypted on it. */
function keyOf({ remotePort, localPort }: Socket): string {
  return `${remotePort}>${localPort}`
}

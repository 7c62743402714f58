// Encrypted and plain connections on one port: whoever types the address without https is led to it, instead of
// meeting a wall.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket, type SecureContext } from 'node:tls'
import { watchLine } from './cutLine'
import { paceHandshakes } from './paceHandshakes'

/** The first byte of a TLS handshake; no HTTP request begins with it. */
const handshake = 0x16
/** So long (ms) a connection may take to begin and to shake hands. */
const patience = 10_000
/** Handshakes from one address that may be under way at once: each costs some 50 kB before anybody is known. */
const mostHandshakes = 300

/**
 * Makes `server` speak TLS with those who begin with it, while `secureContext` gives a certificate; who does not gets
 * through as they are. To be called before the server listens.
 */
export function acceptTls(server: Server, secureContext: () => SecureContext | undefined): void {
  const serve = server.listeners('connection') as ((socket: Socket) => void)[]
  const proceed = (socket: Socket) => serve.forEach((each) => each.call(server, socket))
  const proceedLate = (socket: Socket) => {
    proceed(socket)
    watchLine(socket)
  }
  const underWay = new Map<string, number>()
  const pace = paceHandshakes()

  const secure = (socket: Socket, context: SecureContext) => {
    const address = socket.remoteAddress ?? ''
    const count = (underWay.get(address) ?? 0) + 1
    if (count > mostHandshakes) return void socket.destroy()
    underWay.set(address, count)
    const encrypted = new TLSSocket(socket, { isServer: true, secureContext: context })
    const late = setTimeout(() => encrypted.destroy(), patience)
    let isDone = false
    const done = () => {
      if (isDone) return
      isDone = true
      clearTimeout(late)
      const left = underWay.get(address)! - 1
      if (left > 0) underWay.set(address, left)
      else underWay.delete(address)
    }
    // Who hangs up in the middle of it is let go at once.
    const giveUp = () => encrypted.destroy()
    socket.once('close', giveUp)
    encrypted.once('end', giveUp)
    encrypted.once('secure', () => {
      encrypted.off('end', giveUp)
      done()
      proceedLate(encrypted)
    })
    encrypted.once('close', done)
    encrypted.on('error', giveUp)
  }

  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const context = secureContext()
    if (!context) return proceed(socket)
    socket.on('error', () => socket.destroy())
    const late = setTimeout(() => socket.destroy(), patience)
    socket.once('close', () => clearTimeout(late))
    socket.once('readable', () => {
      clearTimeout(late)
      const first = socket.read(1) as Buffer | null
      if (!first) return void socket.destroy()
      socket.unshift(first)
      pace(socket, () => (first[0] === handshake ? secure(socket, context) : proceedLate(socket)))
    })
  })
}

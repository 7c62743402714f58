// A handshake of TLS costs about a millisecond of the processor, for whoever asks for one: from one address they begin so
// many at a time, and the others wait, so that everybody else is served in between.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from './networkOf'

/** From one address so many handshakes begin in each turn, and a turn comes this often (ms): 250 a second. */
const perTurn = 5
const turnMs = 20

/** Calls `begin` when it is the socket's turn; never, when it is gone before. */
export type Pace = (socket: Socket, begin: () => void) => void

export function paceHandshakes(): Pace {
  const addresses = new Map<string, { begun: number; waiting: { socket: Socket; begin: () => void }[] }>()
  let timer: ReturnType<typeof setInterval> | undefined

  const takeTurn = () => {
    for (const [address, line] of addresses) {
      line.begun = 0
      while (line.begun < perTurn) {
        const next = line.waiting.shift()
        if (!next) break
        if (next.socket.destroyed) continue
        line.begun++
        next.begin()
      }
      if (line.begun === 0) addresses.delete(address)
    }
    if (addresses.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return (socket, begin) => {
    const address = networkOf(socket.remoteAddress ?? '')
    let line = addresses.get(address)
    if (!line) addresses.set(address, (line = { begun: 0, waiting: [] }))
    timer ??= setInterval(takeTurn, turnMs).unref()
    if (line.begun >= perTurn) return void line.waiting.push({ socket, begin })
    line.begun++
    begin()
  }
}

/** The same for every connection of a server that speaks nothing but TLS. To be called before it listens. */
export function paceServer(server: Server): void {
  const serve = server.listeners('connection') as ((socket: Socket) => void)[]
  const pace = paceHandshakes()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    // While it waits nobody else listens for what goes wrong with it.
    const gone = () => socket.destroy()
    socket.on('error', gone)
    pace(socket, () => {
      socket.off('error', gone)
      serve.forEach((each) => each.call(server, socket))
    })
  })
}

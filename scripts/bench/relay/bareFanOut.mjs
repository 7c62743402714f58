// The floor: `ws` and nothing else. Passes every message on to all others of the same path; behind `/batch/…` what came
// within 16 ms leaves together, as one message to everybody. Behind `/payload/…` everybody gets the file in BENCH_PAYLOAD.
import { readFileSync } from 'node:fs'
import { WebSocketServer } from 'ws'

const tickMs = 16
const rooms = new Map()
const payload = process.env.BENCH_PAYLOAD ? readFileSync(process.env.BENCH_PAYLOAD) : undefined

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('listening', () => console.log(`listens on ${server.address().port}`))
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? { sockets: new Set(), waiting: [], timer: undefined }
  rooms.set(url, room)
  room.sockets.add(socket)
  socket.on('close', () => room.sockets.delete(socket))
  socket.on('error', () => {})
  if (url.startsWith('/payload/')) socket.send(payload)
  socket.on('message', (message) => {
    if (url.startsWith('/batch/')) {
      room.waiting.push(message)
      room.timer ??= setTimeout(() => {
        room.timer = undefined
        const together = Buffer.concat(room.waiting.splice(0))
        for (const each of room.sockets) each.send(together)
      }, tickMs)
    } else for (const each of room.sockets) if (each !== socket) each.send(message)
  })
})

// What somebody can do whom nobody has let in.
import { createConnection } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { handshake } from '../../../tests/fuzz/relay/rawSocket'
import { pause } from '../relay/row'
import { dial, frame, keepLines, over, untilGone, type Attack, type Target } from './attack'

const piece = Buffer.alloc(1024 * 1024, 0x61)
const unknown = 'x'.repeat(43)
const megabytes = (count: number) => Array.from({ length: count }, () => piece)

/** The beginning of a handshake that every TLS server answers, taken from a client of Node. */
async function clientHello(): Promise<Buffer> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer((socket) =>
      socket.once('data', (bytes: Buffer) => {
        socket.destroy()
        server.close()
        resolve(bytes)
      }),
    ).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false }).on('error', () => {})
    })
  })
}

const refused = (target: Target) => handshake(`/sync/${target.sessionId}/page-one?token=${unknown}`)

export const strangersAttacks: readonly Attack[] = [
  {
    name: 'messages of 64 MB after a refused handshake',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(target, refused(target))
        for (const each of [frame(0x82, 64 << 20, piece), ...megabytes(63)]) line.write(each)
        await untilGone(line, 2000)
      }),
  },
  {
    name: 'bodies of 64 MB',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(
          target,
          `POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${64 << 20}\r\n\r\n`,
        )
        for (const each of megabytes(64)) line.write(each)
        await untilGone(line, 2000)
      }),
  },
  {
    name: '3,000 connections that say nothing',
    run: (target, isOver) => keepLines(3000, () => dial(target), isOver),
  },
  {
    name: '3,000 rooms asked for without a token',
    run: (target, isOver) => {
      let room = 0
      return over(100, isOver, () => {
        const name = `page-${room++ % 3000}`
        return untilGone(dial(target, handshake(`/sync/${target.sessionId}/${name}?token=${unknown}`)), 1500)
      })
    },
  },
  {
    name: 'slow handshakes: 3,000 requests, a letter at a time',
    run: (target, isOver) =>
      keepLines(
        3000,
        () => dial(target, 'GET /sync/x HTTP/1.1\r\nHost: x\r\nX-Slow: '),
        isOver,
        (line) => void line.write('x'),
      ),
  },
  {
    name: 'half-open: 3,000 requests, then the writing end shut, and never read',
    run: (target, isOver) =>
      keepLines(
        3000,
        () => {
          const line = createConnection({ port: target.port, host: '127.0.0.1', allowHalfOpen: true })
          line.on('error', () => {})
          line.pause()
          line.end('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3) + 'GET /healthz HTTP/1.1\r\nHost')
          return line
        },
        isOver,
      ),
  },
  {
    name: 'flood of connections',
    run: (target, isOver) =>
      over(200, isOver, () => {
        const line = dial(target, 'G')
        return new Promise((resolve) =>
          line
            .once('connect', () => {
              line.resetAndDestroy()
              resolve()
            })
            .once('error', () => resolve()),
        )
      }),
  },
  {
    name: 'flood of requests, 200 at once on each of 50 lines',
    run: (target, isOver) =>
      over(50, isOver, () =>
        untilGone(dial(target, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(200)), 400),
      ),
  },
  {
    name: 'flood of requests with large heads, all at once on 900 lines',
    async run(target, isOver) {
      const head = `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(5900)}\r\n\r\n`
      while (!isOver()) {
        const lines = Array.from({ length: 900 }, () => dial(target))
        await pause(700)
        for (const line of lines) line.write(head)
        await pause(1500)
        for (const line of lines) line.resetAndDestroy()
      }
    },
  },
  {
    name: 'flood of guesses at the door, on 50 lines',
    run: (target, isOver) => {
      const body = JSON.stringify({ secret: unknown, name: 'x' })
      const request = `POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
      return over(50, isOver, () => untilGone(dial(target, request.repeat(50)), 400))
    },
  },
  {
    name: 'TLS: 3,000 handshakes that are begun, and no more',
    isEncrypted: true,
    async run(target, isOver) {
      const hello = await clientHello()
      await keepLines(3000, () => dial(target, hello), isOver)
    },
  },
  {
    name: 'TLS: 3,000 handshakes, a byte at a time',
    isEncrypted: true,
    async run(target, isOver) {
      const hello = await clientHello()
      const sent = new WeakMap<object, number>()
      await keepLines(
        3000,
        () => dial(target, hello.subarray(0, 1)),
        isOver,
        (line) => {
          const at = (sent.get(line) ?? 0) + 1
          sent.set(line, at)
          if (at < hello.length - 1) line.write(hello.subarray(at, at + 1))
        },
      )
    },
  },
  {
    name: 'TLS: flood of handshakes',
    isEncrypted: true,
    run: (target, isOver) =>
      over(
        60,
        isOver,
        () =>
          new Promise((resolve) => {
            const line = connectTls({ host: '127.0.0.1', port: target.port, rejectUnauthorized: false })
            const done = () => {
              line.destroy()
              resolve()
            }
            line.once('secureConnect', done).once('error', done).once('close', done)
          }),
      ),
  },
]

// What venues put between a phone and a computer: a proxy in front of the door, with its faults to choose from.
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

export type Fault = 'none' | 'noSockets' | 'loginPage' | 'slow'

export interface GuestProxy {
  /** The door's address as guests see it. */
  url: string
  setFault(fault: Fault): void
  /** From now on nobody answers. */
  close(): Promise<void>
}

/** @param door the address behind it, without a slash at the end. */
export async function startGuestProxy(door: string): Promise<GuestProxy> {
  let fault: Fault = 'none'
  const { hostname, port } = new URL(door)
  const server: Server = createServer((asked, reply) => {
    if (fault === 'loginPage' && asked.url?.startsWith('/healthz')) {
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to our wifi</h1>')
      return
    }
    const passOn = () => {
      const passed = request(
        { hostname, port, path: asked.url, method: asked.method, headers: asked.headers },
        (answer) => {
          reply.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(reply)
        },
      )
      passed.on('error', () => reply.destroy())
      asked.pipe(passed)
    }
    if (fault === 'slow' && asked.url?.startsWith('/probe')) setTimeout(passOn, 600)
    else passOn()
  })
  server.on('upgrade', (asked, wire, head) => {
    wire.on('error', () => wire.destroy())
    if (fault === 'noSockets') return void wire.destroy()
    const passed = connect({ host: hostname, port: Number(port) }, () => {
      const lines = asked.rawHeaders.flatMap((name, at, all) =>
        at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : [],
      )
      passed.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      passed.write(head)
      passed.pipe(wire).pipe(passed)
    })
    passed.on('error', () => wire.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setFault: (next) => (fault = next),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

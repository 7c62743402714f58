// Metrics on an address of their own, for a watcher inside the network: without a key, because no guest gets there.
import { createServer, type ServerResponse } from 'node:http'
import { metricsType } from '../http/statusRoutes'
import type { Relay } from '../relay'

/** Throws when the port is taken. */
export async function listenForMetrics(
  relay: Relay,
  place: { host: string; port: number },
): Promise<{ close(): Promise<void> }> {
  const answer = async (path: string | undefined, reply: ServerResponse) => {
    if (path === '/metrics') {
      const text = await relay.status.metrics()
      reply.writeHead(200, { 'content-type': metricsType }).end(text)
    } else if (path === '/readyz') {
      const readiness = await relay.status.readiness()
      reply
        .writeHead(readiness.ready ? 200 : 503, { 'content-type': 'application/json' })
        .end(JSON.stringify(readiness))
    } else if (path === '/healthz')
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{"alive":true}')
    else reply.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n')
  }
  const server = createServer({ maxHeaderSize: 6 * 1024 }, (request, reply) => {
    answer(request.url, reply).catch(() => reply.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

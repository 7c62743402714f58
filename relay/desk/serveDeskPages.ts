// Serves the built pages on the desk's relay: which page whom, and with what headers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Relay } from '../relay'
import { commonHeaders, contentPolicy, pageHeaders } from './pageHeaders'
import type { ServedFile, ServedPages } from './servedPages'

const iconPath = '/favicon.ico'

/** True for paths that guests on the local network may load: everything but the facilitator's page. */
export function isForGuests(pages: ServedPages, method: string, path: string): boolean {
  const isPage = pages.has(path) && !path.startsWith('/facilitator')
  return (method === 'GET' || method === 'HEAD') && (isPage || path === iconPath)
}

/** Adds the pages to `app`, and the check that a request to the loopback listener really means this computer. */
export function serveDeskPages(app: FastifyInstance, relay: Relay, pages: ServedPages): void {
  const isLoopback = (request: FastifyRequest) => request.socket.localPort === relay.port

  app.addHook('onRequest', async (request, reply) => {
    // A foreign site can point its own name at 127.0.0.1 (DNS rebinding): then the Host header tells.
    if (isLoopback(request) && !isOwnHost(request.headers.host, relay.port))
      return reply.code(421).type('text/plain').send('This address is not served here.\n')
  })

  // Browsers ask for it whatever the page says; its icon is among the assets.
  app.get(iconPath, async (_request, reply) =>
    reply.code(204).header('cache-control', 'max-age=86400').send(),
  )

  app.get('/*', async (request, reply) => {
    const path = (request.raw.url ?? '/').split('?', 1)[0]!
    const file = await pages.find(path)
    if (file) return sendFile(request, reply, file, isLoopback(request))
    if (pages.has(`${path}/`)) return reply.redirect(`${path}/`, 308)
    return reply
      .code(404)
      .headers({ ...commonHeaders })
      .type('text/plain')
      .send('There is nothing here.\n')
  })
}

/** True when a Host header names this computer's own loopback listener. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ServedFile,
  isLoopback: boolean,
): FastifyReply {
  if (file.isPage) reply.headers(pageHeaders(request.headers.host ?? '', isLoopback))
  else {
    reply.headers({ ...commonHeaders })
    // A worker lives under the policy of its own script.
    if (file.isScript) reply.header('content-security-policy', contentPolicy(request.headers.host ?? ''))
    reply.header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
  reply.header('etag', file.etag).header('vary', 'accept-encoding').type(file.type)
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const accepted = String(request.headers['accept-encoding'] ?? '')
  // Browsers offer brotli only where the connection is trustworthy; phones on the local network get gzip.
  if (file.br && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.br)
  if (file.gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip)
  return reply.send(file.body)
}

// Serves the built pages on the desk's relay: which page whom, and with what headers.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Relay } from '../relay'
import { commonHeaders } from '../pages/pageHeaders'
import { sendPage } from '../pages/sendPage'
import { iconPath, type ServedPages } from '../pages/servedPages'

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
    if (file) return sendPage(request, reply, file, relay, isLoopback(request))
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

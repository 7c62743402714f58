// Serves the built pages to the guests of a relay by itself: never the facilitator's, who uses the app.
import type { FastifyInstance } from 'fastify'
import { commonHeaders } from '../pages/pageHeaders'
import { sendPage } from '../pages/sendPage'
import { iconPath, isForGuests, type ServedPages } from '../pages/servedPages'
import type { Relay } from '../relay'

/** A year, as browsers are told: from then on they come encrypted, whatever is typed. */
const alwaysEncrypted = 'max-age=31536000'

export function serveGuestPages(app: FastifyInstance, relay: Relay, pages: ServedPages): void {
  app.get(iconPath, async (_request, reply) =>
    reply.code(204).header('cache-control', 'max-age=86400').send(),
  )

  app.get('/*', async (request, reply) => {
    const path = (request.raw.url ?? '/').split('?', 1)[0]!
    if (path.startsWith('/api/')) return reply.callNotFound()
    const isShown = isForGuests(pages, request.method, path)
    const file = isShown ? await pages.find(path) : undefined
    if (file) return sendPage(request, reply, file, relay, false)
    if (isForGuests(pages, request.method, `${path}/`)) return reply.redirect(`${path}/`, 308)
    return reply
      .code(404)
      .headers({ ...commonHeaders })
      .type('text/plain')
      .send('There is nothing here.\n')
  })
}

/** Tells browsers that came encrypted to do so always. */
export function insistOnEncryption(app: FastifyInstance, relay: Relay): void {
  app.addHook('onRequest', async (request, reply) => {
    if (relay.clientOf(request.raw).isSecure) reply.header('strict-transport-security', alwaysEncrypted)
  })
}

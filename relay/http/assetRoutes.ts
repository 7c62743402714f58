// Pictures of a session, by the SHA-256 of their bytes.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { mayWrite } from '../../shared/relay/roles'
import type { Admitted, Relay } from '../relay'
import type { Turns } from '../turns'
import { admitMember } from './admission'
import { refuse } from './refusals'

/** Turns for pictures on their way in, each of which is whole in memory, and out. */
export interface AssetTurns {
  in: Turns
  out: Turns
}

export async function addAssetRoutes(app: FastifyInstance, relay: Relay, turns: AssetTurns): Promise<void> {
  const { admission, assets } = relay

  await app.register(async (scope) => {
    // Whatever type the sender claims: the bytes tell.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: relay.limits.assetBytes },
      (_request, body, done) => done(null, body),
    )
    scope.post(
      '/api/sessions/:id/assets',
      {
        bodyLimit: relay.limits.assetBytes,
        // Before the body is read: a stranger's bytes are not.
        onRequest: async (request, reply) => {
          const member = await admitMember(admission, request, reply)
          if (!member) return reply
          const locked = await relay.sessions.locks(member.sessionId)
          const isPaused = { room: false, session: locked.includes('all') }
          if (member.isMuted || !mayWrite(member.role, 'common', isPaused)) return refuse(reply, 'notAllowed')
          await takeTurn(turns.in, member, reply)
        },
      },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        if (!Buffer.isBuffer(request.body)) return refuse(reply, 'wrongType')
        const stored = await assets.put(id, request.body)
        if ('kind' in stored) return refuse(reply, stored.kind)
        await relay.changes.tell({ kind: 'pictures', sessionId: id })
        return reply.code(201).send(stored)
      },
    )
  })

  app.get('/api/sessions/:id/assets', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    return member ? assets.list(member.sessionId) : reply
  })

  app.get('/api/sessions/:id/assets/:sha256', async (request, reply) => {
    const member = await admitMember(admission, request, reply)
    if (!member) return reply
    const { sha256 } = request.params as { sha256: string }
    await takeTurn(turns.out, member, reply)
    const found = await assets.get(member.sessionId, sha256)
    if (!found) return refuse(reply, 'notFound')
    return reply
      .headers({
        'content-type': found.asset.type,
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'cache-control': 'private, max-age=31536000, immutable',
      })
      .send(found.bytes)
  })
}

/** Waits for the member's turn, which lasts until the request is over. */
async function takeTurn(turns: Turns, member: Admitted, reply: FastifyReply): Promise<void> {
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const end = await turns.take(member, leaving.signal)
  if (leaving.signal.aborted) end()
  else reply.raw.once('close', end)
}

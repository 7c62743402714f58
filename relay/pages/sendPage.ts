// Answers with one of the built pages, or a file that belongs to them.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Relay } from '../relay'
import { commonHeaders, contentPolicy, pageHeaders } from './pageHeaders'
import type { ServedFile } from './servedPages'

/** @param isLoopback the request came from this computer itself. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ServedFile,
  relay: Relay,
  isLoopback: boolean,
): FastifyReply {
  const { isSecure } = relay.clientOf(request.raw)
  const host = request.headers.host ?? ''
  if (file.isPage) reply.headers(pageHeaders({ host, isSecure, isTrustworthy: isSecure || isLoopback }))
  else {
    reply.headers({ ...commonHeaders })
    // A worker lives under the policy of its own script.
    if (file.isScript) reply.header('content-security-policy', contentPolicy(host, isSecure))
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

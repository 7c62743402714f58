// The library over HTTP, for whoever holds the key of this launch. Shapes: shared/relay/library.ts.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { plainName } from '../../shared/file/readable'
import { memberName, sessionId } from '../../shared/relay/api'
import { newSession, sessionChange } from '../../shared/relay/library'
import { refuse } from '../http/refusals'
import type { Relay } from '../relay'
import type { Backups } from './backups'
import type { Library } from './library'
import { fileLimits } from './readSessionFile'

const openRequest = z.object({ name: memberName.optional() }).nullish()
const fileQuery = z.object({ language: z.enum(['sv', 'en']).catch('sv') })

/** Adds `/api/library` to `app`. */
export async function addLibraryRoutes(
  app: FastifyInstance,
  relay: Relay,
  library: Library,
  backups: Backups,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!relay.admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    })
    addSessionRoutes(scope, library, backups)
    await scope.register(async (files) => addFileRoutes(files, library))
  })
}

function addSessionRoutes(scope: FastifyInstance, library: Library, backups: Backups): void {
  scope.get('/api/library', async () => library.list())

  scope.post('/api/library', async (request, reply) => {
    const wanted = newSession.safeParse(request.body ?? {})
    if (!wanted.success) return refuse(reply, 'malformed')
    return reply.code(201).send(await library.create(wanted.data))
  })

  scope.post('/api/library/:id/open', async (request, reply) => {
    const body = openRequest.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const id = idOf(request)
    const token = id && (await library.open(id, body.data?.name))
    return token ? { token } : refuse(reply, 'notFound')
  })

  scope.patch('/api/library/:id', async (request, reply) => {
    const change = sessionChange.safeParse(request.body)
    if (!change.success) return refuse(reply, 'malformed')
    const id = idOf(request)
    return (id && (await library.change(id, change.data))) || refuse(reply, 'notFound')
  })

  scope.post('/api/library/:id/duplicate', async (request, reply) => {
    const id = idOf(request)
    const copy = id && (await library.duplicate(id))
    return copy ? reply.code(201).send(copy) : refuse(reply, 'notFound')
  })

  scope.delete('/api/library/:id', async (request, reply) => {
    const id = idOf(request)
    if (!id || !(await library.delete(id))) return refuse(reply, 'notFound')
    await backups.forget(id)
    return reply.code(204).send()
  })
}

function addFileRoutes(scope: FastifyInstance, library: Library): void {
  // Whatever type the sender claims: the bytes tell.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: fileLimits.fileBytes },
    (_request, body, done) => done(null, body),
  )

  scope.get('/api/library/:id/file', async (request, reply) => {
    const id = idOf(request)
    const file = id && (await library.writeFile(id))
    if (!file) return refuse(reply, 'notFound')
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${plainName(file.title)}.samverk"`)
      .send(file.bytes)
  })

  scope.get('/api/library/:id/unread', async (request, reply) => {
    const id = idOf(request)
    const unread = id && (await library.listUnread(id))
    return unread || refuse(reply, 'notFound')
  })

  scope.post('/api/library/file', { bodyLimit: fileLimits.fileBytes }, async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return refuse(reply, 'malformed')
    const opened = await library.openFile(request.body, fileQuery.parse(request.query).language)
    return typeof opened === 'string' ? refuse(reply, opened) : reply.code(201).send(opened)
  })
}

function idOf(request: FastifyRequest): string | undefined {
  const parsed = z.object({ id: sessionId }).safeParse(request.params)
  return parsed.success ? parsed.data.id : undefined
}

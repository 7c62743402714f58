// The library over HTTP, for whoever holds the key of this launch. Shapes: shared/relay/library.ts.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { memberName, sessionId, type Refusal } from '../../shared/relay/api'
import { newSession, sessionChange } from '../../shared/relay/library'
import { plainName } from '../../shared/file/readable'
import type { Relay } from '../relay'
import type { Backups } from './backups'
import type { Library } from './library'
import { fileLimits } from './readSessionFile'

const sentences = {
  damagedFile: 'Nothing in the file could be read.',
  newerFile: 'The file was written by a newer version of the program.',
  tooLarge: 'The file is larger than the program opens.',
} as const

const openBody = z.object({ name: memberName.optional() }).nullish()
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
      if (!relay.admission.hasKey(request.raw))
        return refuse(reply, 401, 'notAdmitted', 'The key of this launch is missing or wrong.')
    })
    scope.removeContentTypeParser(['application/octet-stream'])
    scope.addContentTypeParser(
      ['application/octet-stream', 'application/zip'],
      { parseAs: 'buffer', bodyLimit: fileLimits.fileBytes },
      (_request, body, done) => done(null, body),
    )

    scope.get('/api/library', async () => library.list())

    scope.post('/api/library', async (request, reply) => {
      const wanted = newSession.safeParse(request.body ?? {})
      if (!wanted.success) return malformed(reply)
      return reply.code(201).send(await library.create(wanted.data))
    })

    scope.post('/api/library/:id/open', async (request, reply) => {
      const body = openBody.safeParse(request.body)
      if (!body.success) return malformed(reply)
      const id = idOf(request.params)
      const token = id && (await library.open(id, body.data?.name))
      return token ? { token } : notFound(reply)
    })

    scope.patch('/api/library/:id', async (request, reply) => {
      const change = sessionChange.safeParse(request.body)
      if (!change.success) return malformed(reply)
      const id = idOf(request.params)
      return (id && (await library.change(id, change.data))) || notFound(reply)
    })

    scope.post('/api/library/:id/duplicate', async (request, reply) => {
      const id = idOf(request.params)
      const copy = id && (await library.duplicate(id))
      return copy ? reply.code(201).send(copy) : notFound(reply)
    })

    scope.delete('/api/library/:id', async (request, reply) => {
      const id = idOf(request.params)
      if (!id || !(await library.delete(id))) return notFound(reply)
      await backups.forget(id)
      return reply.code(204).send()
    })

    scope.get('/api/library/:id/file', async (request, reply) => {
      const id = idOf(request.params)
      const file = id && (await library.writeFile(id))
      if (!file) return notFound(reply)
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${plainName(file.title)}.samverk"`)
        .header('cache-control', 'no-store')
        .send(file.bytes)
    })

    scope.post('/api/library/file', { bodyLimit: fileLimits.fileBytes }, async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) return malformed(reply)
      const opened = await library.openFile(request.body, fileQuery.parse(request.query).language)
      if (typeof opened === 'string')
        return refuse(reply, opened === 'tooLarge' ? 413 : 422, opened, sentences[opened])
      return reply.code(201).send(opened)
    })
  })
}

function idOf(params: unknown): string | undefined {
  const parsed = z.object({ id: sessionId }).safeParse(params)
  return parsed.success ? parsed.data.id : undefined
}

const malformed = (reply: FastifyReply) =>
  refuse(reply, 400, 'malformed', 'The request does not have the form it should have.')
const notFound = (reply: FastifyReply) => refuse(reply, 404, 'notFound', 'There is no such session.')

function refuse(reply: FastifyReply, status: number, kind: Refusal['kind'], sentence: string): FastifyReply {
  return reply.code(status).send({ kind, sentence } satisfies Refusal)
}

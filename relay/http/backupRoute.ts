// A backup of everything, made while the relay goes on, for whoever has the key.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Backing } from '../backing'
import { writeBackup } from '../backup/backupFile'
import { storeEntries } from '../backup/storeEntries'
import type { Relay } from '../relay'
import { refuse } from './refusals'

export function addBackupRoute(app: FastifyInstance, relay: Relay, backing: Backing, log: Logger): void {
  app.get('/api/backup', async (request, reply) => {
    if (!relay.admission.hasKey(request.raw)) return refuse(reply, 'notAdmitted')
    // Where several relays share a database, that database is backed up by its own means.
    const values = backing.entries?.()
    if (!values) return refuse(reply, 'notFound')
    const bytes = Readable.from(writeBackup(storeEntries(values, backing.pictures)), { objectMode: false })
    bytes.once('end', () => log.info('backup made'))
    bytes.once('error', (error) => log.error({ reason: error.message }, 'backup failed'))
    return reply.type('application/octet-stream').send(bytes)
  })
}

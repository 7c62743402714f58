// Asks a running relay for a backup.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** Throws with a sentence when the relay cannot be reached or does not give one. */
export async function fetchBackup(url: string, key: string): Promise<Readable> {
  const answer = await fetch(`${url.replace(/\/$/, '')}/api/backup`, {
    headers: { authorization: `Bearer ${key}` },
  }).catch((error: Error) => {
    const { cause } = error
    throw new Error(
      `The relay at ${url} cannot be reached: ${cause instanceof Error ? cause.message : error.message}.`,
      { cause: error },
    )
  })
  if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream)
  if (answer.status === 401) throw new Error(`The relay at ${url} does not know this key.`)
  if (answer.status === 404)
    throw new Error(
      `The relay at ${url} makes no backups: it keeps everything in a database that has its own means.`,
    )
  throw new Error(`The relay at ${url} answered with ${answer.status}.`)
}

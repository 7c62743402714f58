// Where the bytes of pictures lie: on this relay's disk, one file each.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sessionId as sessionIdShape } from '../shared/relay/api'
import { newId } from './secrets'

/** Ids and hashes must have been checked: they become parts of a path. */
export interface PictureFiles {
  /** Durable when it resolves: whole or not at all. */
  write(sessionId: string, sha256: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is no such picture. */
  read(sessionId: string, sha256: string): Promise<Buffer | undefined>
  deleteAll(sessionId: string): Promise<void>
}

export function keepPicturesIn(root: string): PictureFiles {
  const folderOf = (sessionId: string) => join(root, sessionIdShape.parse(sessionId))
  return {
    async write(sessionId, sha256, bytes) {
      await mkdir(folderOf(sessionId), { recursive: true })
      await writeWhole(join(folderOf(sessionId), sha256), bytes)
    },
    async read(sessionId, sha256) {
      try {
        return await readFile(join(folderOf(sessionId), sha256))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    deleteAll: (sessionId) => rm(folderOf(sessionId), { recursive: true, force: true }),
  }
}

/** On disk whole or not at all. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${newId()}`
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

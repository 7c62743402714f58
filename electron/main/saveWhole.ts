// Writes a file whole or not at all: beside its place first, then on disk, then renamed into place.
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Throws as the file system does (see {@link saveProblem}); then whatever stood at `path` is still there. `mode`: for whom. */
export async function saveWhole(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`)
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw cause
  }
}

/** What the page is told when the file system refused. */
export function saveProblem(cause: unknown): 'diskFull' | 'notAllowed' | 'failed' {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'diskFull'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'notAllowed'
    default:
      return 'failed'
  }
}

/** A name for a save dialog out of what the page proposes: no folders, nothing a file system refuses. */
export function fileNameFor(proposed: string, ending: string): string {
  const plain = proposed
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const bare = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain
  return `${bare.slice(0, 120).trim() || 'Samverkstad'}${ending}`
}

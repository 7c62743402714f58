// Puts a backup into an empty data folder.
import { createHash } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { databaseIn } from '../levelStorage'
import { keepPicturesIn } from '../pictureFiles'
import { BackupDamaged, checkBackup, readBackup, type BackupCount } from './backupFile'

/** So much (bytes) is written in one stroke. */
const batchBytes = 4 * 1024 * 1024

/** Throws {@link BackupDamaged} before anything is written, and when `dataDir` has something in it. */
export async function restoreBackup(file: string, dataDir: string): Promise<BackupCount> {
  if ((await readdir(dataDir).catch(() => [])).length > 0)
    throw new Error(`The folder ${dataDir} is not empty: a backup is restored into an empty one.`)
  const counted = await checkBackup(file)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const pictures = keepPicturesIn(join(dataDir, 'assets'))
  const db = new ClassicLevel<string, Uint8Array>(databaseIn(dataDir), {
    keyEncoding: 'utf8',
    valueEncoding: 'view',
  })
  try {
    let batch: { type: 'put'; key: string; value: Uint8Array }[] = []
    let waiting = 0
    const write = async () => {
      await db.batch(batch, { sync: true })
      batch = []
      waiting = 0
    }
    for await (const entry of readBackup(file)) {
      if (entry.kind === 'picture') {
        const { sessionId, sha256, bytes } = entry
        if (createHash('sha256').update(bytes).digest('hex') !== sha256)
          throw new BackupDamaged('The backup has a picture that is not what its name says.')
        await pictures.write(sessionId, sha256, bytes)
      } else if (entry.kind === 'value') {
        // The bytes are a view into what was read; the database copies them when they are written.
        batch.push({ type: 'put', key: entry.key, value: entry.bytes })
        waiting += entry.bytes.length
        if (waiting > batchBytes || batch.length > 1000) await write()
      }
    }
    await write()
  } finally {
    await db.close()
  }
  return counted
}

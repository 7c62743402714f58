// Everything that a relay keeps, as the entries of a backup. What the database had when the reading began is what comes
// out, whatever is written meanwhile.
import type { PictureFiles } from '../pictureFiles'
import type { BackupEntry } from './backupFile'

/** A picture's record: its bytes lie beside the database. */
const pictureKey = /^rec!asset!([^!]+)!([0-9a-f]{64})$/

/** @param values every key of the database with its value, as at one moment. */
export async function* storeEntries(
  values: AsyncIterable<[string, Uint8Array]>,
  pictures: PictureFiles,
): AsyncGenerator<BackupEntry> {
  for await (const [key, bytes] of values) {
    const [, sessionId, sha256] = pictureKey.exec(key) ?? []
    if (sessionId === undefined || sha256 === undefined) {
      yield { kind: 'value', key, bytes }
      continue
    }
    const picture = await pictures.read(sessionId, sha256)
    // Its session may have been deleted since the reading began; without its bytes the record is worth nothing.
    if (!picture) {
      yield { kind: 'gone', sessionId, sha256 }
      continue
    }
    yield { kind: 'picture', sessionId, sha256, bytes: picture }
    yield { kind: 'value', key, bytes }
  }
}

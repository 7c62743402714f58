// A backup as one file: everything a relay keeps, entry by entry, and at the end how many entries there were and the
// SHA-256 of all the bytes before it. A file that ends early, or in which a bit has changed, is found out.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { takeBytes, type TakenBytes } from './takeBytes'

export type BackupEntry =
  /** What the database has under `key`. */
  | { kind: 'value'; key: string; bytes: Uint8Array }
  | { kind: 'picture'; sessionId: string; sha256: string; bytes: Uint8Array }
  /** A picture that should have been there and was not. */
  | { kind: 'gone'; sessionId: string; sha256: string }

export interface BackupCount {
  values: number
  pictures: number
  gone: number
  bytes: number
}

/** The file is no backup, or not the whole of one. */
export class BackupDamaged extends Error {}

const mark = new TextEncoder().encode('samverkstad backup 1\n')
const kinds = { value: 1, picture: 2, gone: 3 } as const
/** No entry is larger (bytes): the largest room and then some. */
const largestEntry = 1024 * 1024 * 1024

/** The bytes of a backup of `entries`. */
export async function* writeBackup(entries: AsyncIterable<BackupEntry>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const hashed = (bytes: Uint8Array) => {
    hash.update(bytes)
    return bytes
  }
  let count = 0
  yield hashed(mark)
  for await (const entry of entries) {
    count++
    const encoder = createEncoder()
    const bytes = entry.kind === 'gone' ? new Uint8Array() : entry.bytes
    writeVarUint(encoder, kinds[entry.kind])
    writeVarString(encoder, entry.kind === 'value' ? entry.key : `${entry.sessionId}!${entry.sha256}`)
    writeVarUint(encoder, bytes.length)
    yield hashed(toUint8Array(encoder))
    if (bytes.length > 0) yield hashed(bytes)
  }
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, count)
  yield hashed(toUint8Array(encoder))
  yield hash.digest()
}

/**
 * The entries of the backup in `file`. Throws {@link BackupDamaged} at the place where it is damaged, and at the end
 * when it is not what was written: what came before must not be used then.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupEntry> {
  const taken = takeBytes(createReadStream(file, { highWaterMark: 1024 * 1024 }))
  const hash = createHash('sha256')
  const next = async (length: number) => {
    const bytes = await taken.take(length)
    if (!bytes) throw new BackupDamaged('The backup ends too early.')
    hash.update(bytes)
    return bytes
  }
  try {
    if (Buffer.compare(await next(mark.length), mark) !== 0)
      throw new BackupDamaged('The file is no backup of a relay.')
    let count = 0
    for (;;) {
      const kind = await nextNumber(next)
      if (kind === 0) break
      const key = new TextDecoder().decode(await next(await nextNumber(next)))
      const bytes = await next(await nextNumber(next))
      count++
      yield entryOf(kind, key, bytes)
    }
    if ((await nextNumber(next)) !== count) throw new BackupDamaged('The backup lacks entries.')
    await checkEnd(taken, hash.digest())
  } finally {
    await taken.close()
  }
}

/** Reads all of `file` and gives what is in it. Throws {@link BackupDamaged}. */
export async function checkBackup(file: string): Promise<BackupCount> {
  const counted: BackupCount = { values: 0, pictures: 0, gone: 0, bytes: 0 }
  for await (const entry of readBackup(file)) {
    if (entry.kind === 'gone') counted.gone++
    else counted.bytes += entry.bytes.length
    if (entry.kind === 'value') counted.values++
    if (entry.kind === 'picture') counted.pictures++
  }
  return counted
}

function entryOf(kind: number, key: string, bytes: Uint8Array): BackupEntry {
  if (kind === kinds.value) return { kind: 'value', key, bytes }
  const [sessionId = '', sha256 = ''] = key.split('!', 2)
  if (kind === kinds.picture) return { kind: 'picture', sessionId, sha256, bytes }
  if (kind === kinds.gone) return { kind: 'gone', sessionId, sha256 }
  throw new BackupDamaged('The backup has an entry of no known kind.')
}

async function checkEnd(taken: TakenBytes, digest: Buffer): Promise<void> {
  const written = await taken.take(digest.length)
  if (!written || !digest.equals(written))
    throw new BackupDamaged('The backup is not what was written: its checksum does not match.')
  if (await taken.take(1)) throw new BackupDamaged('The backup goes on after its end.')
}

async function nextNumber(next: (length: number) => Promise<Uint8Array>): Promise<number> {
  let number = 0
  let factor = 1
  for (;;) {
    const [byte] = await next(1)
    number += (byte! & 127) * factor
    if (number > largestEntry) throw new BackupDamaged('The backup names a length that cannot be.')
    if (byte! < 128) return number
    factor *= 128
  }
}

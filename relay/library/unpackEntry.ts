// Unpacks one entry of a zip, and stops as soon as it is larger than it may be or than it said.
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import type { ZipEntry } from './zipEntries'

export type Unpacked = { kind: 'ok'; bytes: Buffer } | { kind: 'damaged' } | { kind: 'tooLarge' }

/** How many times its packed size an entry may be, where it is not small anyway. Real sessions stay under 30. */
const mostRatio = 300
const smallBytes = 1024 * 1024

/** Unpacks `entry` of `file` when it is at most `mostBytes`, and checks its CRC-32. */
export async function unpackEntry(file: Buffer, entry: ZipEntry, mostBytes: number): Promise<Unpacked> {
  if (entry.isEncrypted || entry.start + entry.packedBytes > file.length) return { kind: 'damaged' }
  if (entry.bytes > mostBytes) return { kind: 'tooLarge' }
  if (entry.bytes > smallBytes && entry.bytes > entry.packedBytes * mostRatio) return { kind: 'tooLarge' }
  const packed = file.subarray(entry.start, entry.start + entry.packedBytes)
  const bytes = await inflate(packed, entry)
  if (typeof bytes === 'string') return { kind: bytes }
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) return { kind: 'damaged' }
  return { kind: 'ok', bytes }
}

async function inflate(packed: Buffer, entry: ZipEntry): Promise<Buffer | 'damaged' | 'tooLarge'> {
  if (entry.method === 0) return packed
  if (entry.method !== 8) return 'damaged'
  try {
    // An entry that unpacks to more than it declared is cut off there, before it costs memory.
    return await promisify(inflateRaw)(packed, { maxOutputLength: Math.max(1, entry.bytes) })
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'damaged'
  }
}

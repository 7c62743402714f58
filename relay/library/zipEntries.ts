// Finds the entries of a zip: by its directory, or, where the end of the file is lost, by walking from entry to entry.
import { promisify } from 'node:util'
import { inflateRaw, type InflateRaw, type ZlibOptions } from 'node:zlib'

export interface ZipEntry {
  path: string
  /** 0 stored, 8 deflated; others cannot be read. */
  method: number
  isEncrypted: boolean
  /** CRC-32 of the unpacked bytes. */
  crc: number
  /** Declared sizes; what is really there is checked while unpacking. */
  bytes: number
  packedBytes: number
  /** Where the packed bytes begin in the file. */
  start: number
}

export interface ZipListing {
  entries: ZipEntry[]
  /** False when the directory was lost and the entries were found by walking. */
  isWhole: boolean
  /** Paths of entries that begin in the file but end outside it. */
  cutOff: string[]
}

const localSignature = 0x04034b50
const directorySignature = 0x02014b50
const endSignature = 0x06054b50
const descriptorFlag = 1 << 3
const longestInflate = 64 * 1024 * 1024

/** Lists at most `most` entries; undefined when the bytes hold no zip at all. */
export async function listZip(file: Buffer, most: number): Promise<ZipListing | 'tooMany' | undefined> {
  const listed = readDirectory(file, most)
  if (listed === 'tooMany') return listed
  if (listed) return { entries: listed, isWhole: true, cutOff: [] }
  const walked = await walkEntries(file, most)
  if (walked === 'tooMany') return walked
  return walked.entries.length + walked.cutOff.length > 0 ? { ...walked, isWhole: false } : undefined
}

function readDirectory(file: Buffer, most: number): ZipEntry[] | 'tooMany' | undefined {
  const end = findEnd(file)
  if (end < 0) return undefined
  const count = file.readUInt16LE(end + 10)
  if (count > most) return 'tooMany'
  let at = file.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directorySignature) return undefined
    const nameLength = file.readUInt16LE(at + 28)
    const local = file.readUInt32LE(at + 42)
    const path = file.toString('utf8', at + 46, at + 46 + nameLength)
    // The lengths of name and extra field may differ between the directory and the entry itself.
    if (local + 30 > file.length || file.readUInt32LE(local) !== localSignature) return undefined
    entries.push({
      path,
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packedBytes: file.readUInt32LE(at + 20),
      bytes: file.readUInt32LE(at + 24),
      start: local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

/** The record at the end, which a comment of at most 64 kB may follow. */
function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--)
    if (file.readUInt32LE(at) === endSignature) return at
  return -1
}

async function walkEntries(
  file: Buffer,
  most: number,
): Promise<{ entries: ZipEntry[]; cutOff: string[] } | 'tooMany'> {
  const entries: ZipEntry[] = []
  const cutOff: string[] = []
  const signature = Buffer.from('PK\x03\x04', 'latin1')
  let at = file.indexOf(signature)
  while (at >= 0 && at + 30 <= file.length) {
    if (entries.length >= most) return 'tooMany'
    const flags = file.readUInt16LE(at + 6)
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
    const entry: ZipEntry = {
      path: file.toString('utf8', at + 30, at + 30 + file.readUInt16LE(at + 26)),
      isEncrypted: (flags & 1) === 1,
      method: file.readUInt16LE(at + 8),
      crc: file.readUInt32LE(at + 14),
      packedBytes: file.readUInt32LE(at + 18),
      bytes: file.readUInt32LE(at + 22),
      start,
    }
    const isSized = (flags & descriptorFlag) === 0 || (await sizeByInflating(file, entry))
    if (!isSized || start + entry.packedBytes > file.length) {
      if (start <= file.length) cutOff.push(entry.path)
      at = file.indexOf(signature, at + 4)
    } else {
      entries.push(entry)
      at = file.indexOf(signature, start + entry.packedBytes)
    }
  }
  return { entries, cutOff }
}

/** Sizes that the writer put after the data (flag bit 3) are found by unpacking. False when that fails. */
async function sizeByInflating(file: Buffer, entry: ZipEntry): Promise<boolean> {
  if (entry.method !== 8) return false
  try {
    const { buffer, engine } = await inflateWithInfo(file.subarray(entry.start), {
      maxOutputLength: longestInflate,
      info: true,
    })
    entry.packedBytes = engine.bytesWritten
    entry.bytes = buffer.length
    const after = entry.start + entry.packedBytes
    const hasMark = after + 8 <= file.length && file.readUInt32LE(after) === 0x08074b50
    if (after + 8 > file.length) return false
    entry.crc = file.readUInt32LE(hasMark ? after + 4 : after)
    return true
  } catch {
    return false
  }
}

const inflateWithInfo = promisify(inflateRaw) as unknown as (
  packed: Buffer,
  options: ZlibOptions,
) => Promise<{ buffer: Buffer; engine: InflateRaw }>

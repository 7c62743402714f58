// Opens a `.samverk` file as far as it is sound, and says what is missing.
import * as Y from 'yjs'
import {
  formatVersion,
  manifest,
  manifestPath,
  meaningOfPath,
  type Manifest,
} from '../../shared/file/manifest'
import { schemaVersion } from '../../shared/document/control'
import type { RoomName } from '../../shared/relay/roles'
import type { FileProblem } from '../../shared/relay/library'
import { FileProblems } from './fileProblems'
import { mendControl } from './mendControl'
import { isNewer, type SessionContent } from './sessionContent'
import { unpackEntry } from './unpackEntry'
import { sha256Of } from './writeSessionFile'
import { listZip, type ZipEntry } from './zipEntries'

/** Bounds of what a file may make the program unpack. Sizes in bytes. */
export const fileLimits = {
  fileBytes: 512 * 1024 * 1024,
  entries: 2000,
  totalBytes: 1024 * 1024 * 1024,
  roomBytes: 64 * 1024 * 1024,
  assetBytes: 10 * 1024 * 1024,
  manifestBytes: 4 * 1024 * 1024,
}

export type ReadFile =
  | { kind: 'opened'; content: SessionContent; problems: FileProblem[] }
  | { kind: 'damagedFile' | 'newerFile' | 'tooLarge' }

/**
 * Reads the file `bytes`. Refused as a whole are only: something that holds no sound room (`damagedFile`), a file of
 * a newer program (`newerFile`), and one beyond `limits` (`tooLarge`).
 * @param untitled title of the session, and of its pages with their number, when the file does not say.
 */
export async function readSessionFile(
  bytes: Buffer,
  untitled: string,
  limits = fileLimits,
): Promise<ReadFile> {
  if (bytes.length > limits.fileBytes) return { kind: 'tooLarge' }
  const listing = await listZip(bytes, limits.entries)
  if (listing === 'tooMany') return { kind: 'tooLarge' }
  if (!listing) return { kind: 'damagedFile' }

  const problems = new FileProblems()
  const entries = new Map<string, ZipEntry>()
  for (const entry of listing.entries) if (!entries.has(entry.path)) entries.set(entry.path, entry)
  for (const path of listing.cutOff) if (!entries.has(path)) problems.add('damaged', path)

  const told = await readManifest(bytes, entries.get(manifestPath), limits.manifestBytes)
  if (told.kind === 'newer') return { kind: 'newerFile' }
  if (told.kind !== 'read') problems.add(told.kind, manifestPath)
  const declared = new Map((told.kind === 'read' ? told.manifest.parts : []).map((part) => [part.path, part]))
  for (const path of declared.keys()) if (!entries.has(path)) problems.add('missing', path)

  const rooms = new Map<RoomName, Uint8Array>()
  const assets = new Map<string, Uint8Array>()
  let left = limits.totalBytes
  for (const entry of entries.values()) {
    if (entry.path === manifestPath || isClutter(entry.path)) continue
    const meaning = meaningOfPath(entry.path)
    if (!meaning) problems.add('unknown', entry.path)
    if (!meaning || meaning.kind === 'readable') continue
    const most = meaning.kind === 'room' ? limits.roomBytes : limits.assetBytes
    const unpacked = await unpackEntry(bytes, entry, Math.min(most, left))
    if (unpacked.kind !== 'ok') {
      problems.add(unpacked.kind, entry.path)
      continue
    }
    left -= unpacked.bytes.length
    const sha256 = sha256Of(unpacked.bytes)
    const expected = meaning.kind === 'asset' ? meaning.sha256 : declared.get(entry.path)?.sha256
    if (expected !== undefined && expected !== sha256) problems.add('damaged', entry.path)
    else if (meaning.kind === 'asset') assets.set(sha256, unpacked.bytes)
    else {
      const room = readRoom(unpacked.bytes)
      if (room.isCut) problems.add('damaged', entry.path)
      if (room.update) rooms.set(meaning.room, room.update)
    }
  }
  if (rooms.size === 0) return { kind: 'damagedFile' }

  const mended = mendControl(rooms, told.kind === 'read' ? told.manifest : undefined, untitled)
  if (isNewer(mended.control)) return { kind: 'newerFile' }
  if (mended.wasMissing) problems.add('missing', 'rooms/control.ydoc')
  if (told.kind !== 'read') problems.addMissingPages(mended.control, (room) => rooms.has(room))
  rooms.set('control', Y.encodeStateAsUpdate(mended.control))
  return { kind: 'opened', content: { rooms, assets }, problems: problems.list(mended.control) }
}

type Told = { kind: 'read'; manifest: Manifest } | { kind: 'newer' | 'missing' | 'damaged' | 'tooLarge' }

async function readManifest(file: Buffer, entry: ZipEntry | undefined, mostBytes: number): Promise<Told> {
  if (!entry) return { kind: 'missing' }
  const unpacked = await unpackEntry(file, entry, mostBytes)
  if (unpacked.kind !== 'ok') return { kind: unpacked.kind }
  let plain: unknown
  try {
    plain = JSON.parse(unpacked.bytes.toString('utf8'))
  } catch {
    return { kind: 'damaged' }
  }
  // A newer form may look different in everything but its version.
  const version = manifest.pick({ formatVersion: true }).safeParse(plain)
  if (version.success && version.data.formatVersion > formatVersion) return { kind: 'newer' }
  const parsed = manifest.safeParse(plain)
  if (!parsed.success) return { kind: 'damaged' }
  return parsed.data.schemaVersion > schemaVersion
    ? { kind: 'newer' }
    : { kind: 'read', manifest: parsed.data }
}

/** A room's content as an update (v1); `isCut` when it is not all there. */
function readRoom(v2: Uint8Array): { update?: Uint8Array; isCut: boolean } {
  try {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, v2)
    const isCut = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    return { update: Y.encodeStateAsUpdate(doc), isCut }
  } catch {
    return { isCut: true }
  }
}

/** What file managers leave in a zip that somebody packed by hand. */
function isClutter(path: string): boolean {
  return (
    path.endsWith('/') ||
    path.startsWith('__MACOSX/') ||
    /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path)
  )
}

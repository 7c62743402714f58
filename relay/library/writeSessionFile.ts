// Makes a `.samverk` file of a session.
import { createHash } from 'node:crypto'
import { zip, type AsyncZippable } from 'fflate'
import * as Y from 'yjs'
import { readFacts } from '../../shared/document/control'
import {
  assetPath,
  fileFormat,
  formatVersion,
  manifestPath,
  roomPath,
  type Manifest,
} from '../../shared/file/manifest'
import { writeReadable } from '../../shared/file/readable'
import { documentOf, openPage, type SessionContent } from './sessionContent'

const nothing = new Uint8Array()

/**
 * The file's bytes. The same content and `savedAt` give the same bytes.
 * @param savedAt ms since 1970.
 * @param unread paths of parts that could not be read: listed without bytes, so that whoever opens the file is told.
 */
export async function writeSessionFile(
  content: SessionContent,
  savedAt: number,
  unread: readonly string[] = [],
): Promise<Buffer> {
  const update = content.rooms.get('control')
  if (!update) throw new Error('a session has a control room')
  const control = documentOf(update)
  const facts = readFacts(control)
  const parts = new Map<string, Uint8Array>()
  for (const [room, v1] of content.rooms) parts.set(roomPath(room), Y.convertUpdateFormatV1ToV2(v1))
  for (const [sha256, bytes] of content.assets) parts.set(assetPath(sha256), bytes)
  for (const [path, text] of writeReadable(control, (pageId) => openPage(content, pageId), savedAt))
    parts.set(path, new TextEncoder().encode(text))

  const manifest: Manifest = {
    format: fileFormat,
    formatVersion,
    schemaVersion: facts.schemaVersion,
    title: facts.title,
    createdAt: facts.createdAt,
    savedAt,
    parts: [...parts, ...unread.map((path) => [path, nothing] as const)].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    })),
  }
  const zipped: AsyncZippable = {
    // First, so that a file that was cut off still says what it should have held.
    [manifestPath]: new TextEncoder().encode(JSON.stringify(manifest, null, 1)),
  }
  // Pictures are compressed already.
  for (const [path, bytes] of parts) zipped[path] = [bytes, { level: path.startsWith('assets/') ? 0 : 6 }]
  return new Promise((resolve, reject) =>
    zip(zipped, { mtime: zipMoment(savedAt) }, (problem, bytes) =>
      problem ? reject(problem) : resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    ),
  )
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A zip knows only the years 1980–2099. */
function zipMoment(ms: number): Date {
  const date = new Date(ms)
  const year = date.getFullYear()
  return year > 1980 && year < 2099 ? date : new Date(Date.UTC(2000, 0, 1))
}

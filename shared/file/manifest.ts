// What stands in a `.samverk` file's manifest.json, and where its parts lie.
import { z } from 'zod'
import { isRoomName, type RoomName } from '../relay/roles'

export const fileFormat = 'samverk'
/** The version of the file's own form. A newer one is refused with a sentence, never guessed at. */
export const formatVersion = 1
export const manifestPath = 'manifest.json'

const part = z.object({
  /** Path inside the zip. */
  path: z.string().min(1).max(200),
  /** Size unpacked. */
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FilePart = z.infer<typeof part>

export const manifest = z.object({
  format: z.literal(fileFormat),
  formatVersion: z.number().int().positive(),
  /** See shared/document/control: the version of what the rooms hold. */
  schemaVersion: z.number().int().nonnegative(),
  title: z.string(),
  createdAt: z.number(),
  savedAt: z.number(),
  /** Every part but the manifest. */
  parts: z.array(part).max(2000),
})
export type Manifest = z.infer<typeof manifest>

export type PartMeaning =
  { kind: 'room'; room: RoomName } | { kind: 'asset'; sha256: string } | { kind: 'readable' }

export const roomPath = (room: RoomName) => `rooms/${room}.ydoc`
export const assetPath = (sha256: string) => `assets/${sha256}`

/** What a path inside the file holds; undefined for anything that does not belong there, such as `../x`. */
export function meaningOfPath(path: string): PartMeaning | undefined {
  const room = /^rooms\/([A-Za-z0-9_-]{1,80})\.ydoc$/.exec(path)?.[1]
  if (room !== undefined) return isRoomName(room) ? { kind: 'room', room } : undefined
  const sha256 = /^assets\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (sha256 !== undefined) return { kind: 'asset', sha256 }
  return /^readable\/[A-Za-z0-9_-]{1,80}\.(json|md)$/.test(path) ? { kind: 'readable' } : undefined
}

/** The page whose content a room holds, or undefined for `control` and `common`. */
export function pageOfRoom(room: RoomName): string | undefined {
  return room.startsWith('page-') ? room.slice('page-'.length) : undefined
}

// What kind of picture some bytes are, by how they begin.
import type { StoredAsset } from '../shared/relay/api'

/** Undefined when they are none that the relay keeps. */
export function pictureType(bytes: Uint8Array): StoredAsset['type'] | undefined {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, i) => bytes[at + i] === byte)
  const says = (at: number, text: string) => starts(at, ...Buffer.from(text, 'latin1'))
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && says(12, 'IHDR')) return 'image/png'
  if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (says(0, 'GIF87a') || says(0, 'GIF89a')) return 'image/gif'
  if (says(0, 'RIFF') && says(8, 'WEBP')) return 'image/webp'
  return undefined
}

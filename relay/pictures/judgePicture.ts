// Whether some bytes are a picture that may be kept: judged by how they are built, whatever they are called and however
// they begin. Nothing is unpacked for it.
import type { StoredAsset } from '../../shared/relay/api'
import { readGif } from './gif'
import { readJpeg } from './jpeg'
import type { ReadShape } from './pictureShape'
import { readPng } from './png'
import { readWebp } from './webp'

type PictureType = StoredAsset['type']

/**
 * - `sound`: `bytes` are the picture alone, without what may follow its end (a film, as some phones add; anything else);
 * - `wrongType`: none of the kinds that are kept; `damagedPicture`: begun as one of them, but not whole or not sound;
 * - `tooManyPixels`: showing it would take more memory or work than a page bears.
 */
export type PictureVerdict =
  | { kind: 'sound'; type: PictureType; bytes: Uint8Array }
  | { kind: 'wrongType' | 'damagedPicture' | 'tooManyPixels' }

/** All frames of an animation, or all passes over a photograph, may take so many times the pixels of one picture. */
const mostWork = 20

const readers: Record<PictureType, ReadShape> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
}

/** @param mostPixels of one frame. */
export function judgePicture(given: Uint8Array, mostPixels: number): PictureVerdict {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const type = typeOf(bytes)
  if (!type) return { kind: 'wrongType' }
  const shape = readers[type](bytes)
  if (!shape) return { kind: 'damagedPicture' }
  if (shape.width * shape.height > mostPixels || shape.work > mostPixels * mostWork)
    return { kind: 'tooManyPixels' }
  return { kind: 'sound', type, bytes: bytes.subarray(0, shape.end) }
}

function typeOf(bytes: Buffer): PictureType | undefined {
  const says = (at: number, text: string) => bytes.toString('latin1', at, at + text.length) === text
  if (says(0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (says(0, '\xff\xd8\xff')) return 'image/jpeg'
  if (says(0, 'GIF87a') || says(0, 'GIF89a')) return 'image/gif'
  if (says(0, 'RIFF') && says(8, 'WEBP')) return 'image/webp'
  return undefined
}

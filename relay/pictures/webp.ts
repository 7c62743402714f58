// WebP: chunks in a RIFF file. Either one picture, or a canvas with one picture or with frames.
// https://developers.google.com/speed/webp/docs/riff_container
import { mostParts, type PictureShape, type ReadShape } from './pictureShape'

interface Chunk {
  name: string
  content: Buffer
}
type Size = Pick<PictureShape, 'width' | 'height'>

const fileHeader = 12
const frameHeader = 16
const isAnimated = 0x02

export const readWebp: ReadShape = (bytes) => {
  if (bytes.length < fileHeader) return undefined
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return undefined
  const chunks = chunksIn(bytes.subarray(fileHeader, end))
  const first = chunks?.[0]
  if (!chunks || !first) return undefined
  if (first.name !== 'VP8X') {
    const size = chunks.length === 1 ? sizeOfPixels(first) : undefined
    return size && { ...size, work: size.width * size.height, end }
  }
  if (first.content.length !== 10) return undefined
  const canvas = { width: sideAt(first.content, 4), height: sideAt(first.content, 7) }
  const frames =
    (first.content[0]! & isAnimated) === 0
      ? [sizeOfPicture(chunks)].filter((size) => isSame(size, canvas))
      : chunks.filter(({ name }) => name === 'ANMF').map(({ content }) => sizeOfFrame(content, canvas))
  if (frames.length === 0 || frames.includes(undefined)) return undefined
  return { ...canvas, work: frames.length * canvas.width * canvas.height, end }
}

/** Undefined where they do not fill `bytes` exactly. */
function chunksIn(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const next = at + 8 + bytes.readUInt32LE(at + 4)
    if (next > bytes.length || chunks.length >= mostParts) return undefined
    chunks.push({ name: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, next) })
    // Each begins at an even place; the last one need not be filled up.
    at = Math.min(next + (next % 2), bytes.length)
  }
  return at === bytes.length ? chunks : undefined
}

/** Of the one picture among these chunks. */
function sizeOfPicture(chunks: readonly Chunk[]): Size | undefined {
  const pixels = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L')
  return pixels.length === 1 ? sizeOfPixels(pixels[0]!) : undefined
}

function sizeOfFrame(frame: Buffer, canvas: Size): Size | undefined {
  if (frame.length < frameHeader) return undefined
  const size = { width: sideAt(frame, 6), height: sideAt(frame, 9) }
  const [x, y] = [frame.readUIntLE(0, 3) * 2, frame.readUIntLE(3, 3) * 2]
  if (x + size.width > canvas.width || y + size.height > canvas.height) return undefined
  const inner = sizeOfPicture(chunksIn(frame.subarray(frameHeader)) ?? [])
  return isSame(inner, size) ? size : undefined
}

function sizeOfPixels({ name, content }: Chunk): Size | undefined {
  if (name === 'VP8L') {
    if (content.length < 6 || content[0] !== 0x2f) return undefined
    const bits = content.readUInt32LE(1)
    const version = bits >>> 29
    return version === 0 ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : undefined
  }
  if (name !== 'VP8 ' || content.length < 10) return undefined
  const tag = content.readUIntLE(0, 3)
  const isKeyFrame = (tag & 1) === 0
  const firstPart = tag >>> 5
  if (!isKeyFrame || content.readUIntBE(3, 3) !== 0x9d012a || 10 + firstPart > content.length)
    return undefined
  const size = { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff }
  return size.width > 0 && size.height > 0 ? size : undefined
}

const sideAt = (bytes: Buffer, at: number) => bytes.readUIntLE(at, 3) + 1
const isSame = (a: Size | undefined, b: Size) => a?.width === b.width && a.height === b.height

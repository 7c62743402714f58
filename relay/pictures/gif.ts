// GIF: a canvas, and on it frames and notes, each in blocks of at most 255 bytes, to a semicolon.
// https://www.w3.org/Graphics/GIF/spec-gif89a.txt
import { mostParts, type ReadShape } from './pictureShape'

const header = 13
const begins = { extension: 0x21, frame: 0x2c, end: 0x3b } as const

export const readGif: ReadShape = (bytes) => {
  if (bytes.length < header) return undefined
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  if (width === 0 || height === 0) return undefined
  let at: number | undefined = header + coloursIn(bytes[10]!)
  let work = 0
  let parts = 0
  while (at !== undefined && at < bytes.length && ++parts <= mostParts) {
    const kind = bytes[at]
    if (kind === begins.end) return work > 0 ? { width, height, work, end: at + 1 } : undefined
    if (kind === begins.extension) at = endOfBlocks(bytes, at + 2)
    else if (kind === begins.frame) {
      if (at + 11 > bytes.length) return undefined
      const [right, bottom] = [sideOf(bytes, at + 1), sideOf(bytes, at + 3)]
      if (right === undefined || bottom === undefined) return undefined
      // A frame may reach beyond the canvas, which then grows with it.
      work += Math.max(width, right) * Math.max(height, bottom)
      const pixels: number = at + 10 + coloursIn(bytes[at + 9]!)
      const codeSize = bytes[pixels]
      if (codeSize === undefined || codeSize < 1 || codeSize > 11 || bytes[pixels + 1] === 0) return undefined
      at = endOfBlocks(bytes, pixels + 1)
    } else return undefined
  }
  return undefined
}

/** Bytes of the colours that follow, by the flags before them. */
const coloursIn = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

/** Offset and length of a frame in one direction, together. */
function sideOf(bytes: Buffer, at: number): number | undefined {
  const length = bytes.readUInt16LE(at + 4)
  return length === 0 ? undefined : bytes.readUInt16LE(at) + length
}

function endOfBlocks(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at < bytes.length; at += 1 + bytes[at]!) if (bytes[at] === 0) return at + 1
  return undefined
}

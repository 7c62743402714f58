// PNG: a header and then chunks, each with its length, name and checksum, to the one called IEND.
// https://www.w3.org/TR/png-3/
import { crc32 } from 'node:zlib'
import { mostParts, type ReadShape } from './pictureShape'

const signature = 8
/** Length, name and checksum. */
const aroundContent = 12
/** Bits of one sample, by kind of colour. */
const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
/** A reader that does not know one of these cannot show the picture; of others there are none. */
const critical = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])

interface Size {
  width: number
  height: number
}

export const readPng: ReadShape = (bytes) => {
  let size: Size | undefined
  let isIndexed = false
  let hasPalette = false
  let last = ''
  let pixels = 0
  let frames = 0
  let parts = 0
  for (let at = signature; at + aroundContent <= bytes.length;) {
    if (++parts > mostParts) return undefined
    const length = bytes.readUInt32BE(at)
    const next = at + aroundContent + length
    if (next > bytes.length) return undefined
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(name) || (/^[A-Z]/.test(name) && !critical.has(name))) return undefined
    if (crc32(bytes.subarray(at + 4, next - 4)) !== bytes.readUInt32BE(next - 4)) return undefined
    const content = bytes.subarray(at + 8, next - 4)
    if ((name === 'IHDR') !== (size === undefined)) return undefined
    if (name === 'IHDR') {
      size = sizeIn(content)
      if (!size) return undefined
      isIndexed = content[9] === 3
    } else if (name === 'PLTE') hasPalette = true
    else if (name === 'fcTL') {
      const frame = frameIn(content)
      if (!frame || frame.width > size!.width || frame.height > size!.height) return undefined
      frames += frame.width * frame.height
    } else if (name === 'IDAT') {
      // All of them follow one another, after the colours that they name.
      if ((pixels > 0 && last !== 'IDAT') || (isIndexed && !hasPalette)) return undefined
      pixels += length
    } else if (name === 'IEND') {
      if (length > 0 || pixels === 0) return undefined
      return { ...size!, work: Math.max(size!.width * size!.height, frames), end: next }
    }
    last = name
    at = next
  }
  return undefined
}

function sizeIn(header: Buffer): Size | undefined {
  if (header.length !== 13) return undefined
  const [depth, colour, compression, filter, interlace] = header.subarray(8)
  if (!depths[colour!]?.includes(depth!) || compression !== 0 || filter !== 0 || interlace! > 1)
    return undefined
  return within(header.readUInt32BE(0), header.readUInt32BE(4))
}

/** Of one frame of an animation. */
function frameIn(control: Buffer): Size | undefined {
  return control.length === 26 ? within(control.readUInt32BE(4), control.readUInt32BE(8)) : undefined
}

function within(width: number, height: number): Size | undefined {
  const most = 2 ** 31 - 1
  return width > 0 && height > 0 && width <= most && height <= most ? { width, height } : undefined
}

// JPEG: segments, each begun by 0xff and a letter, and after "start of scan" packed pixels up to the next one.
// ITU-T T.81, annex B.
import { mostParts, type ReadShape } from './pictureShape'

const marker = { startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda } as const
/** Baseline, extended and progressive: what browsers show. */
const shownFrames = new Set([0xc0, 0xc1, 0xc2])
/** Tables, restart intervals, application segments and comments. */
const isPassedOver = (kind: number) =>
  kind === 0xc4 || kind === 0xdb || kind === 0xdd || (kind >= 0xe0 && kind <= 0xef) || kind === 0xfe
/** Within packed pixels: a 0xff that is one, and restart marks. */
const isInPixels = (kind: number) => kind === 0 || (kind >= 0xd0 && kind <= 0xd7)

export const readJpeg: ReadShape = (bytes) => {
  let size: { width: number; height: number } | undefined
  let scans = 0
  let parts = 0
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff || ++parts > mostParts) return undefined
    while (bytes[at] === 0xff) at++
    const kind = bytes[at++]
    if (kind === undefined) return undefined
    if (kind === marker.endOfImage)
      return size && scans > 0 ? { ...size, work: size.width * size.height * scans, end: at } : undefined
    if (at + 2 > bytes.length) return undefined
    const next = at + bytes.readUInt16BE(at)
    if (next < at + 2 || next > bytes.length) return undefined
    const content = bytes.subarray(at + 2, next)
    at = next
    if (shownFrames.has(kind)) {
      if (size) return undefined
      size = sizeIn(content)
      if (!size) return undefined
    } else if (kind === marker.startOfScan) {
      if (!size || content.length !== 4 + 2 * (content[0] ?? 0)) return undefined
      scans++
      const end = endOfPixels(bytes, at)
      if (end === undefined) return undefined
      at = end
    } else if (!isPassedOver(kind)) return undefined
  }
}

function sizeIn(frame: Buffer): { width: number; height: number } | undefined {
  if (frame.length < 6) return undefined
  const [height, width, components] = [frame.readUInt16BE(1), frame.readUInt16BE(3), frame[5]!]
  const isWhole = components >= 1 && components <= 4 && frame.length === 6 + 3 * components
  return isWhole && width > 0 && height > 0 ? { width, height } : undefined
}

/** Where the next segment begins. */
function endOfPixels(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at++) {
    const kind = bytes[at + 1]!
    if (bytes[at] === 0xff && kind !== 0xff && !isInPixels(kind)) return at
  }
  return undefined
}

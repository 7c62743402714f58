// Small pictures made by hand, piece by piece.
import { crc32, deflateSync } from 'node:zlib'

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(content.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function pngHeader(width: number, height: number, depth = 8, colour = 0): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[9] = colour
  return pngChunk('IHDR', header)
}

/** A grey picture of one pixel that is `bytes` long, with as much text in it as that takes. */
export function smallPng(bytes: number): Buffer {
  const parts = [
    pngSignature,
    pngHeader(1, 1),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const text = Buffer.alloc(bytes - length - 12, 'x')
  text.write('Comment\0', 'latin1')
  parts.splice(2, 0, pngChunk('tEXt', text))
  return Buffer.concat(parts)
}

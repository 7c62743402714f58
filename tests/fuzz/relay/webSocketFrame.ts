// WebSocket frames byte by byte, also such as no library would send.
import type { Seeded } from '../seeded'

export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface FrameShape {
  opcode: number
  isFinal?: boolean
  /** The three reserved bits. */
  reserved?: number
  isMasked?: boolean
  /** The length that the header claims; without it the true one. */
  claims?: bigint
  /** Form of the length, in bytes; without it the shortest. */
  lengthBytes?: 0 | 2 | 8
}

/** A frame as a client sends it, masked with a key that is zero now and then. */
export function frameOf(random: Seeded, payload: Uint8Array, shape: FrameShape): Buffer {
  const length = shape.claims ?? BigInt(payload.length)
  const lengthBytes = shape.lengthBytes ?? (length < 126n ? 0 : length < 65_536n ? 2 : 8)
  const isMasked = shape.isMasked ?? true
  const start = 2 + lengthBytes + (isMasked ? 4 : 0)
  const frame = Buffer.allocUnsafe(start + payload.length)
  frame[0] = ((shape.isFinal ?? true) ? 0x80 : 0) | ((shape.reserved ?? 0) << 4) | shape.opcode
  frame[1] =
    (isMasked ? 0x80 : 0) | (lengthBytes === 0 ? Number(length) & 127 : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) frame.writeUInt16BE(Number(length & 0xffffn), 2)
  if (lengthBytes === 8) frame.writeBigUInt64BE(length & 0xffffffffffffffffn, 2)
  if (!isMasked) {
    frame.set(payload, start)
    return frame
  }
  const mask = random.oneIn(3) ? 0 : random.below(2 ** 32)
  frame.writeUInt32BE(mask, start - 4)
  for (let n = 0; n < payload.length; n++) frame[start + n] = payload[n]! ^ frame[start - 4 + (n & 3)]!
  return frame
}

export const binary = (random: Seeded, message: Uint8Array): Buffer =>
  frameOf(random, message, { opcode: opcode.binary })

/** A ping that bears a number; the pong to it says that everything before it has been read. */
export function numberedPing(number: number): Buffer {
  const ping = Buffer.alloc(10)
  ping[0] = 0x80 | opcode.ping
  ping[1] = 0x80 | 4
  ping.writeUInt32BE(number, 6)
  return ping
}

export interface ServerFrame {
  opcode: number
  payload: Buffer
}

/** Cuts what a server sends into frames. */
export function readServerFrames(found: (frame: ServerFrame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  /** Of a frame larger than what has come: what is still missing. */
  let needed = 2
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (rest.length < needed) return
    let at = 0
    needed = 2
    while (rest.length - at >= 2) {
      const short = rest[at + 1]! & 127
      const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2)
      if (rest.length < start) break
      const length =
        short === 126
          ? rest.readUInt16BE(at + 2)
          : short === 127
            ? Number(rest.readBigUInt64BE(at + 2))
            : short
      if (rest.length < start + length) {
        needed = start + length - at
        break
      }
      found({ opcode: rest[at]! & 15, payload: rest.subarray(start, start + length) })
      at = start + length
    }
    rest = Buffer.from(rest.subarray(at))
  }
}

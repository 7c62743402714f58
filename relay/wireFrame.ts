// WebSocket frames as a server sends them, built once and written to any number of sockets. RFC 6455 §5.2: final,
// binary, unmasked, not compressed.

/** One message, by itself and as it goes over the wire. Both share their memory, and nobody may change it. */
export interface WireFrame {
  readonly message: Uint8Array
  /** With the WebSocket header in front. */
  readonly wire: Uint8Array
}

const finalBinary = 0x82

/** The frame of one message, whose bytes are those of `parts` in order. */
export function frameOf(parts: readonly Uint8Array[]): WireFrame {
  let length = 0
  for (const part of parts) length += part.length
  const start = length < 126 ? 2 : length < 0x10000 ? 4 : 10
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = finalBinary
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  let at = start
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return { message: frame.subarray(start), wire: frame }
}

/** lib0's varUint: 7 bits per byte, lowest first, the high bit set on all but the last. */
export function varUint(value: number): Uint8Array {
  const bytes = new Uint8Array(lengthOfVarUint(value))
  putVarUint(bytes, 0, value)
  return bytes
}

export function lengthOfVarUint(value: number): number {
  let length = 1
  for (; value > 127; value = Math.floor(value / 128)) length++
  return length
}

/** Writes `value` as {@link varUint} does; gives where it ends. */
export function putVarUint(bytes: Uint8Array, at: number, value: number): number {
  for (; value > 127; value = Math.floor(value / 128)) bytes[at++] = (value % 128) | 128
  bytes[at] = value
  return at + 1
}

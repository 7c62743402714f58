// A room's merged content as it is stored and passed about. A large one is kept packed, as the sync step 2 message that
// most who join are sent: it is looked into far more seldom, and takes a twentieth of the memory.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { step2Frame } from './frames'

/** Less (bytes) is kept as it is. */
const worthPacking = 16 * 1024
/** Seven bits a byte as in an update, but a number of clients that no number reaches: no update begins so. */
const mark = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)

/** What {@link packedIn} has to see of content to tell how long it is (bytes). */
export const packedHead = 24

/** A sync step 2 message, raw deflated. */
export interface PackedMessage {
  deflated: Uint8Array
  messageLength: number
  /** Of the update in the message. */
  updateLength: number
}

/** An update (v1) as content: packed if it is large, which takes its time. */
export function packContent(update: Uint8Array): Uint8Array {
  if (update.length < worthPacking) return update
  const { message } = step2Frame(update)
  const encoder = createEncoder()
  writeUint8Array(encoder, mark)
  writeVarUint(encoder, message.length)
  writeVarUint(encoder, update.length)
  // What is read once and sent often is worth more than the quickest packing.
  writeUint8Array(encoder, deflateRawSync(message, { level: 6 }))
  return toUint8Array(encoder)
}

/** Undefined for content that is an update as it is. */
export function packedIn(content: Uint8Array): PackedMessage | undefined {
  if (!mark.every((byte, at) => content[at] === byte)) return undefined
  const decoder = createDecoder(content)
  decoder.pos = mark.length
  const messageLength = readVarUint(decoder)
  const updateLength = readVarUint(decoder)
  return { deflated: content.subarray(decoder.pos), messageLength, updateLength }
}

/** The content as one update. Throws when it is not what {@link packContent} wrote. */
export function unpackContent(content: Uint8Array): Uint8Array {
  const packed = packedIn(content)
  if (!packed) return content
  const message = inflateRawSync(packed.deflated, { maxOutputLength: packed.messageLength })
  if (message.length !== packed.messageLength) throw new Error('the packed content is not whole')
  return message.subarray(message.length - packed.updateLength)
}

/** Bytes of the content as an update. */
export function lengthOfContent(content: Uint8Array): number {
  return packedIn(content)?.updateLength ?? content.length
}

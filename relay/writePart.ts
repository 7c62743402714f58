// Writes a part of an update, its structs byte for byte as they stand.
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { at, stride, type UpdateOutline } from './readUpdate'

/** Structs of one section, from `from` to before `to`. */
export interface StructRange {
  section: number
  from: number
  to: number
}

/** @param ranges one per section, in their order. @param deleted three numbers each: client, clock, length. */
export function writePart(
  { bytes, sections, structs }: UpdateOutline,
  ranges: readonly StructRange[],
  deleted: readonly number[],
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, ranges.length)
  for (const { section, from, to } of ranges) {
    const { client, to: last, end } = sections[section]!
    const offsetOf = (struct: number) => (struct === last ? end : structs[struct * stride + at.offset]!)
    writeVarUint(encoder, to - from)
    writeVarUint(encoder, client)
    writeVarUint(encoder, structs[from * stride + at.clock]!)
    writeUint8Array(encoder, bytes.subarray(offsetOf(from), offsetOf(to)))
  }
  const byClient = new Map<number, number[]>()
  for (let i = 0; i < deleted.length; i += 3) {
    const client = deleted[i]!
    const ofClient = byClient.get(client) ?? []
    if (ofClient.length === 0) byClient.set(client, ofClient)
    ofClient.push(deleted[i + 1]!, deleted[i + 2]!)
  }
  writeVarUint(encoder, byClient.size)
  for (const [client, numbers] of byClient) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, numbers.length / 2)
    for (const number of numbers) writeVarUint(encoder, number)
  }
  return toUint8Array(encoder)
}

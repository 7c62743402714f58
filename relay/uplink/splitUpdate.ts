// Cuts a large update into smaller ones: a slow line carries them one by one, and no relay refuses them for their size.
import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * Updates (v1) of about `bytes` each that together say what `update` says, in an order in which each builds on those
 * before it or waits in Yjs for those after. A single struct larger than that stays whole. `update` must be decodable.
 */
export function splitUpdate(update: Uint8Array, bytes: number): Uint8Array[] {
  if (update.length <= bytes) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const parts: Uint8Array[] = []
  let run: Struct[] = []
  let size = 0
  const finish = () => {
    if (run.length > 0) parts.push(writeStructs(run))
    run = []
    size = 0
  }
  for (const struct of structs) {
    if (struct instanceof Y.Skip) {
      finish()
      continue
    }
    const length = sizeOf(struct)
    const last = run.at(-1)
    const follows =
      last && last.id.client === struct.id.client && last.id.clock + last.length === struct.id.clock
    if (!follows || size + length > bytes) finish()
    run.push(struct)
    size += length
  }
  finish()
  if (ds.clients.size > 0) parts.push(Y.diffUpdate(update, everythingIn(structs)))
  return parts
}

type Struct = Y.Item | Y.GC

/** One run of structs of one client, nothing deleted. */
function writeStructs(run: readonly Struct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  writeVarUint(restEncoder, 1)
  writeVarUint(restEncoder, run.length)
  encoder.writeClient(run[0]!.id.client)
  writeVarUint(restEncoder, run[0]!.id.clock)
  for (const struct of run) struct.write(encoder, 0)
  writeVarUint(restEncoder, 0)
  return encoder.toUint8Array()
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoder.toUint8Array().length
}

/** A state vector that has all of `structs`, so that only what was deleted is left to say. */
function everythingIn(structs: readonly (Struct | Y.Skip)[]): Uint8Array {
  const have = new Map<number, number>()
  for (const { id, length } of structs)
    have.set(id.client, Math.max(have.get(id.client) ?? 0, id.clock + length))
  return Y.encodeStateVector(have)
}

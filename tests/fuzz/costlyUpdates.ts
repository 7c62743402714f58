// Updates that pass every check and cost Yjs far more than their bytes: items of one client that are put, one by one,
// behind all those of another.
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'

/** Two updates; applying the second takes time that grows with the square of `count`. */
export function costlyUpdates(count: number): [Uint8Array, Uint8Array] {
  return [before(1, count, true), before(2, count, false)]
}

/** `count` letters of `client`, all just before the first one of client 0. */
function before(client: number, count: number, brings: boolean): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, brings ? 2 : 1)
  writeVarUint(encoder, count)
  writeVarUint(encoder, client)
  writeVarUint(encoder, 0)
  for (let i = 0; i < count; i++) {
    writeVarUint(encoder, 0x44)
    writeVarUint(encoder, 0)
    writeVarUint(encoder, 0)
    writeVarString(encoder, 'a')
  }
  if (brings) {
    for (const number of [1, 0, 0, 0x04, 1]) writeVarUint(encoder, number)
    writeVarString(encoder, 'text')
    writeVarString(encoder, 'z')
  }
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

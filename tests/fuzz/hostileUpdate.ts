// Updates that nobody's page would make: they have the form of Yjs updates, and say things that do not fit together.
import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding'
import type { Seeded } from './seeded'

/** A few clients and short clocks, so that what is written often meets what is there. */
const clients = [1, 2, 3, 40, 41]
const rootNames = ['map', 'list', 'text', 'a']
const keys = ['k', 'l', '']

/**
 * @param near clocks up to about this are known; most of what is written stands near it.
 * @param writers clients that it writes as; it leans on any.
 */
export function hostileUpdate(
  random: Seeded,
  near: number,
  writers: readonly number[] = clients,
): Uint8Array {
  const encoder = createEncoder()
  const chosen = writers.filter(() => random.oneIn(2))
  // Rarely in a wrong order, or twice.
  const order = random.oneIn(40) ? [...chosen, ...chosen] : chosen.reverse()
  writeVarUint(encoder, order.length)
  for (const client of order) {
    const count = 1 + random.below(4)
    let clock = random.oneIn(3) ? 0 : random.below(near + 3)
    writeVarUint(encoder, count)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    for (let i = 0; i < count; i++) clock += writeStruct(encoder, random, client, clock, near)
  }
  writeDeleted(encoder, random, near)
  return toUint8Array(encoder)
}

function writeId(encoder: Encoder, random: Seeded, client: number, clock: number, near: number): void {
  const isOwn = random.oneIn(2)
  writeVarUint(encoder, isOwn ? client : random.pick(clients))
  writeVarUint(
    encoder,
    random.oneIn(30) ? clock + random.below(3) : random.below(isOwn ? clock + 1 : near + 2),
  )
}

/** Gives its length. */
function writeStruct(encoder: Encoder, random: Seeded, client: number, clock: number, near: number): number {
  const length = 1 + random.below(4)
  if (random.oneIn(12)) {
    writeUint8(encoder, random.oneIn(3) ? 10 : 0)
    writeVarUint(encoder, length)
    return length
  }
  const kind = random.pick([1, 3, 4, 4, 5, 6, 7, 7, 7, 8, 8])
  const sides = clock === 0 && random.oneIn(2) ? 0 : random.pick([0, 0, 128, 128, 64, 192])
  const isInMap = random.oneIn(2)
  writeUint8(encoder, kind | sides | (isInMap ? 32 : 0))
  if (sides & 128) writeId(encoder, random, client, clock, near)
  if (sides & 64) writeId(encoder, random, client, clock, near)
  if (sides === 0) {
    const isRoot = random.oneIn(2)
    writeVarUint(encoder, isRoot ? 1 : 0)
    if (isRoot) writeVarString(encoder, random.pick(rootNames))
    else writeId(encoder, random, client, clock, near)
    if (isInMap) writeVarString(encoder, random.pick(keys))
  }
  return writeContent(encoder, random, kind, length)
}

function writeContent(encoder: Encoder, random: Seeded, kind: number, length: number): number {
  switch (kind) {
    case 1:
      writeVarUint(encoder, length)
      return length
    case 3:
      writeVarUint(encoder, length)
      for (let i = 0; i < length; i++) writeUint8(encoder, i)
      return 1
    case 4: {
      const text = random.oneIn(4) ? '👍å' : 'abcd'.slice(0, length)
      writeVarString(encoder, text)
      return text.length
    }
    case 5:
      writeVarString(encoder, '{"a":1}')
      return 1
    case 6:
      writeVarString(encoder, 'bold')
      writeVarString(encoder, random.pick(['true', 'null']))
      return 1
    case 7: {
      const type = random.below(7)
      writeVarUint(encoder, type)
      if (type === 3 || type === 5) writeVarString(encoder, 'p')
      return 1
    }
    default:
      writeVarUint(encoder, length)
      for (let i = 0; i < length; i++) writeAny(encoder, random.pick([1, 'x', null, { a: [1] }]))
      return length
  }
}

function writeDeleted(encoder: Encoder, random: Seeded, near: number): void {
  const chosen = clients.filter(() => random.oneIn(4))
  writeVarUint(encoder, chosen.length)
  for (const client of chosen) {
    const count = 1 + random.below(3)
    writeVarUint(encoder, client)
    writeVarUint(encoder, count)
    for (let i = 0; i < count; i++) {
      writeVarUint(encoder, random.below(near + 1))
      writeVarUint(encoder, 1 + random.below(3))
    }
  }
}

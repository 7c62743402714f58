// WebSocket frames that break the rules of RFC 6455. Each is the last thing that is said on its line.
import { deflateRawSync } from 'node:zlib'
import type { Seeded } from '../seeded'
import { frameOf, opcode } from './webSocketFrame'

/** `hangsUp`: the relay waits for more, which does not come, until the client leaves. */
export interface Broken {
  bytes: Buffer
  hangsUp?: true
}

const text = new TextEncoder().encode('{"hej":1}')
const bomb = deflateRawSync(new Uint8Array(8 * 1024 * 1024))

const textFrame = (random: Seeded): Broken => ({
  bytes: frameOf(random, random.oneIn(2) ? text : random.bytes(random.below(40)), { opcode: opcode.text }),
})

/** The extension was not agreed on: a compressed frame is one with a reserved bit set. */
const compressed = (random: Seeded): Broken => ({
  bytes: frameOf(random, random.oneIn(2) ? bomb : bomb.subarray(0, random.below(bomb.length)), {
    opcode: random.pick([opcode.binary, opcode.text]),
    reserved: 4,
  }),
})

const brokenRules: readonly ((random: Seeded) => Broken)[] = [
  (random) => ({
    bytes: frameOf(random, random.bytes(8), { opcode: opcode.binary, reserved: 1 + random.below(7) }),
  }),
  (random) => ({ bytes: frameOf(random, random.bytes(8), { opcode: opcode.binary, isMasked: false }) }),
  (random) => ({
    bytes: frameOf(random, random.bytes(8), { opcode: random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) }),
  }),
  // Control frames: in pieces, too long, with a length of the wrong form.
  (random) => ({
    bytes: frameOf(random, random.bytes(4), { opcode: random.pick([8, 9, 10]), isFinal: false }),
  }),
  (random) => ({ bytes: frameOf(random, random.bytes(126 + random.below(200)), { opcode: opcode.ping }) }),
  (random) => ({
    bytes: frameOf(random, random.bytes(4), { opcode: opcode.pong, lengthBytes: random.pick([2, 8]) }),
  }),
  // A piece that continues nothing, and a new message within one in pieces.
  (random) => ({ bytes: frameOf(random, random.bytes(4), { opcode: opcode.continuation }) }),
  (random) => ({
    bytes: Buffer.concat([
      frameOf(random, random.bytes(4), { opcode: opcode.binary, isFinal: false }),
      frameOf(random, random.bytes(4), { opcode: opcode.binary }),
    ]),
  }),
  // Closing: with one byte, with codes that nobody may send, with a reason that is no text, rightly.
  (random) => ({ bytes: frameOf(random, random.bytes(1), { opcode: opcode.close }) }),
  (random) => ({
    bytes: frameOf(
      random,
      new Uint8Array(
        random.pick([
          [0, 0],
          [3, 236],
          [3, 237],
          [19, 136],
          [255, 255],
        ]),
      ),
      {
        opcode: opcode.close,
      },
    ),
  }),
  (random) => ({
    bytes: frameOf(random, new Uint8Array([3, 232, 0xff, 0xfe, 0xc0]), { opcode: opcode.close }),
  }),
  (random) => ({ bytes: frameOf(random, new Uint8Array([3, 232]), { opcode: opcode.close }) }),
  // Lengths beyond everything, also beyond what a number can be.
  (random) => ({
    bytes: frameOf(random, random.bytes(4), {
      opcode: opcode.binary,
      lengthBytes: 8,
      claims: random.pick([1n << 63n, (1n << 64n) - 1n, 1n << 53n, 1n << 32n, 64n << 20n, 17n << 20n]),
    }),
  }),
]

const unfinished: readonly ((random: Seeded) => Broken)[] = [
  // A header that breaks off; a message that does; pieces without an end.
  (random) => {
    const whole = frameOf(random, random.bytes(200), {
      opcode: opcode.binary,
      lengthBytes: random.pick([2, 8]),
    })
    return { bytes: whole.subarray(0, 1 + random.below(whole.length - 1)), hangsUp: true }
  },
  (random) => ({
    bytes: frameOf(random, random.bytes(30), { opcode: opcode.binary, claims: 15n << 20n }),
    hangsUp: true,
  }),
  (random) => ({
    bytes: Buffer.concat(
      Array.from({ length: 1 + random.below(20) }, (_, n) =>
        frameOf(random, random.bytes(random.below(4)), {
          opcode: n === 0 ? opcode.binary : opcode.continuation,
          isFinal: false,
        }),
      ),
    ),
    hangsUp: true,
  }),
]

/** By their names in the table. */
export const brokenKinds = {
  'text frames': textFrame,
  'compressed frames, bombs among them': compressed,
  'broken WebSocket headers': (random: Seeded) => random.pick(brokenRules)(random),
  'frames that do not end': (random: Seeded) => random.pick(unfinished)(random),
} as const

// What a hostile client that has been let in says inside sound WebSocket frames, by kind.
import { deflateRawSync } from 'node:zlib'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { oneEdit } from '../../relay/harness'
import { hostileUpdate } from '../hostileUpdate'
import type { Seeded } from '../seeded'

type Message = (random: Seeded) => Uint8Array

const written = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
const sync = (type: number, bytes: Uint8Array) =>
  written((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })
const presence = (inner: Uint8Array) =>
  written((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, inner)
  })
const state = (clientId: number, clock: number, json: string) =>
  presence(
    written((encoder) => {
      for (const number of [1, clientId, clock]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, json)
    }),
  )

/** What honest pages say. */
const edits = Array.from({ length: 40 }, (_, n) => {
  const doc = new Y.Doc()
  doc.clientID = 5000 + n
  doc.getMap('map').set(`key ${n}`, { text: 'lapp'.repeat(n), at: [n, n] })
  doc.getArray('list').insert(0, [n, 'å', null])
  doc.getText('text').insert(0, 'vi bygger ett kök', { bold: true })
  doc.getText('text').delete(2, 3)
  return Y.encodeStateAsUpdate(doc)
})
const vectors = edits.map((edit) => Y.encodeStateVectorFromUpdate(edit))
const honest: Message = (random) => {
  const at = random.below(edits.length)
  switch (random.below(12)) {
    case 0:
      return sync(0, vectors[at]!)
    case 1:
      return new Uint8Array([3])
    case 2:
      return new Uint8Array([0, 1, 2, 0, 0])
    case 3:
    case 4:
    case 5:
      return state(5000 + at, random.below(1e6), '{"board":{"cursor":[1,2],"selected":[]}}')
    case 6:
      return sync(1, edits[at]!)
    case 7:
      return sync(2, oneEdit('key', random.below(1000), 6000 + random.below(1e6)))
    default:
      return sync(2, edits[at]!)
  }
}

/** A number without end, of too many bytes, or beyond what counts as one. */
const badNumber = (random: Seeded): Uint8Array => {
  const long = new Uint8Array(1 + random.below(14)).fill(0xff)
  if (random.oneIn(2)) long[long.length - 1] = random.below(128)
  return long
}
const badVarints: Message = (random) => {
  const number = badNumber(random)
  const before = random.pick([[], [0], [0, 0], [0, 1], [0, 2], [1], [1, 12, 1], [1, 12, 1, 7], [0, 2, 20, 1]])
  return new Uint8Array([...before, ...number, ...random.bytes(random.below(8))])
}

const truncated: Message = (random) => {
  const whole = sync(random.below(3), random.pick(random.oneIn(4) ? vectors : edits))
  return whole.slice(0, random.below(whole.length))
}

const hugeLengths: Message = (random) => {
  const huge = random.pick([0x7fffffff, 0xffffffff, 2 ** 40, Number.MAX_SAFE_INTEGER, 1 << 24])
  return written((encoder) => {
    for (const byte of random.pick([[0, 0], [0, 1], [0, 2], [1]])) encoding.writeUint8(encoder, byte)
    if (random.oneIn(2)) encoding.writeVarUint(encoder, huge)
    else {
      // The length of the whole is true, and one inside is not.
      const inside = written((inner) => {
        for (let n = random.below(6); n >= 0; n--)
          encoding.writeVarUint(inner, random.pick([1, 1, 2, 0, huge]))
        encoding.writeVarUint(inner, huge)
      })
      encoding.writeVarUint8Array(encoder, inside)
    }
  })
}

const mutated: Message = (random) => {
  const message = new Uint8Array(honest(random))
  for (let n = 1 + random.below(4); n > 0; n--) message[random.below(message.length)] = random.below(256)
  if (random.oneIn(4)) return message.slice(0, random.below(message.length) + 1)
  return random.oneIn(4) ? new Uint8Array([...message, ...random.bytes(1 + random.below(5))]) : message
}

/** Sound by themselves, and nobody would say them so: answers before questions, parts before what they build on. */
const history = (() => {
  const doc = new Y.Doc()
  doc.clientID = 7000
  const parts: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => parts.push(update))
  for (let n = 0; n < 60; n++) {
    doc.getMap('map').set(`h ${n % 7}`, n)
    doc.getText('text').insert(n % 5, 'ord ')
  }
  return parts
})()
const wrongOrder: Message = (random) => {
  switch (random.below(6)) {
    case 0:
      return sync(1, random.pick(history))
    case 1:
      return sync(0, new Uint8Array([1, ...badlyAhead(random)]))
    case 2:
      return state(7000 + random.below(20), random.below(3), 'null')
    case 3:
      return new Uint8Array([2, ...random.bytes(random.below(6))])
    default:
      return sync(2, random.pick(history))
  }
}
/** A client and a clock that nobody has come to. */
const badlyAhead = (random: Seeded) =>
  written((encoder) => {
    encoding.writeVarUint(encoder, 7000)
    encoding.writeVarUint(encoder, 100 + random.below(1e9))
  })

const handMade: Message = (random) =>
  sync(
    1 + random.below(2),
    hostileUpdate(random, 30, random.oneIn(3) ? [8000 + random.below(400)] : undefined),
  )

const deep = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)
/** JSON that wants to become more than a value. */
export const nastyJson: readonly string[] = [
  '{"__proto__":{"isAdmin":true,"role":"facilitator"}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"user":{"__proto__":{"role":"facilitator"},"name":"x"}}',
  '{"user":{"name":"Somebody else","role":"facilitator","memberId":"x","color":"red"}}',
  '{"toString":1,"hasOwnProperty":1,"valueOf":null}',
  '{"user":null}',
  '{"a":1,"a":2,"user":1,"user":{}}',
  deep(2000),
  `{"a":${deep(7000)}}`,
  deep(2000, '{"a":', '}').replace('{}', '{"a":1}'),
  '{"a":1e999,"b":-0,"c":"\\ud800"}',
  '{"a":"\\u0000\\u202e"}',
  '[]',
  '"text"',
  '7',
  'true',
  '',
  '{',
  '{"a":undefined}',
  `{"a":"${'x'.repeat(15_000)}"}`,
]
const awareness: Message = (random) => {
  switch (random.below(8)) {
    case 0:
      return presence(random.bytes(random.below(40)))
    case 1: {
      // More clients than are there, or than anybody may name.
      const count = random.pick([0, 2, 5001, 0xffffffff])
      return presence(
        written((encoder) => {
          for (const number of [count, 1, 1]) encoding.writeVarUint(encoder, number)
          encoding.writeVarString(encoder, '{}')
        }),
      )
    }
    case 2:
      return state(random.below(40), random.below(100), 'null')
    case 3:
      return random.oneIn(20) ? state(1, 1, `{"a":"${'x'.repeat(40_000)}"}`) : state(1, 2 ** 40, '{}')
    default:
      return state(random.below(2 ** 31), random.below(2 ** 31), random.pick(nastyJson))
  }
}

const zeros = deflateRawSync(new Uint8Array(12 * 1024 * 1024))
/** The relay's own message for what is deflated, sent to the relay. */
const ownDeflated: Message = (random) =>
  written((encoder) => {
    encoding.writeVarUint(encoder, 103)
    encoding.writeVarUint(encoder, random.pick([12 * 1024 * 1024, 0xffffffff, 1]))
    encoding.writeVarUint8Array(
      encoder,
      random.oneIn(2) ? zeros : zeros.subarray(0, random.below(zeros.length)),
    )
  })

const noise: Message = (random) => random.bytes(random.below(90))

/** Every kind of message by its name in the table. `ends`: nearly always the last that a relay hears on a line. */
export const messageKinds = {
  'sound frames': { make: honest, ends: false },
  'sound frames in a wrong order': { make: wrongOrder, ends: false },
  'presence that is none, JSON that wants more': { make: awareness, ends: false },
  'hand-made updates': { make: handMade, ends: true },
  'numbers that are none': { make: badVarints, ends: true },
  'cut short': { make: truncated, ends: true },
  'huge lengths': { make: hugeLengths, ends: true },
  'sound frames with bytes changed': { make: mutated, ends: true },
  'our deflated messages, bombs among them': { make: ownDeflated, ends: true },
  'random bytes': { make: noise, ends: true },
} as const satisfies Record<string, { make: Message; ends: boolean }>

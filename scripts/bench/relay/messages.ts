// The few messages that the measuring clients write and read, without a library in the way.

const decimals = 8

/** `{"n":00000012,…`: numbered states are found by their first bytes. Leading zeros are no JSON, so numbers begin high. */
export const firstNumber = 10 ** (decimals - 1)

/** One client's presence, as our page shows it on a whiteboard; with the name, where the server does not add it. */
export function cursorMessage(clientId: number, clock: number, n: number, isNamed: boolean): Buffer {
  const json = JSON.stringify({
    n,
    board: {
      cursor: [(n * 37) % 4000, (n * 91) % 3000, 'default'],
      selected: ['shape:note00012'],
      camera: [0, 0, 1],
      screen: [0, 0, 1280, 800],
      brush: null,
      laser: [],
      following: null,
    },
    ...(isNamed && { user: { name: 'Anna Ek', color: '#1f5fa8' } }),
  })
  const entry = Buffer.concat([varUint(1), varUint(clientId), varUint(clock), withLength(Buffer.from(json))])
  return Buffer.concat([varUint(1), withLength(entry)])
}

/** Calls `found` with the number of every state in `message`: one awareness message, or several on end. */
export function readCursors(message: Buffer, found: (n: number) => void): void {
  let at = 0
  const next = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]!
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    if (next() !== 1) return
    next()
    for (let left = next(); left > 0; left--) {
      next()
      next()
      const length = next()
      // `{"n":`
      if (length > 5 + decimals && message[at + 2] === 0x6e) found(digitsAt(message, at + 5))
      at += length
    }
  }
}

const mark = Buffer.from('####')

/** A text by which an edit is found in whatever carries it. */
export const markedText = (n: number): string => `####${n} vi bygger ett kök där grannar lagar mat`

/** Calls `found` with the number of every marked text in `message`. */
export function readEdits(message: Buffer, found: (n: number) => void): void {
  for (let at = message.indexOf(mark); at >= 0; at = message.indexOf(mark, at + 4))
    found(digitsAt(message, at + 4))
}

/** A sync message: 0 step 1, 1 step 2, 2 update. */
export const syncMessage = (kind: 0 | 1 | 2, content: Uint8Array): Buffer =>
  Buffer.concat([varUint(0), varUint(kind), withLength(content)])

/** "I have nothing." */
export const emptyStep1: Buffer = syncMessage(0, new Uint8Array([0]))

/** How many of our updates are on disk, when the message says that. */
export function readAck(message: Buffer): number | undefined {
  if (message[0] !== 100) return undefined
  let count = 0
  for (let at = 1, factor = 1; at < message.length; at++, factor *= 128)
    count += (message[at]! & 127) * factor
  return count
}

function digitsAt(message: Buffer, at: number): number {
  let n = 0
  for (let end = at + decimals; at < end; at++) n = n * 10 + message[at]! - 48
  return n
}

function varUint(value: number): Buffer {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128)
  return Buffer.from([...bytes, value])
}

function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([varUint(bytes.length), bytes])
}

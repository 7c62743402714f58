// What an attack has to work with, and what all of them share.
import { connect, type Socket } from 'node:net'
import { handshake } from '../../../tests/fuzz/relay/rawSocket'
import { pause } from '../relay/row'

export interface Target {
  port: number
  sessionId: string
  /** Of a hostile member, and of another one for where it takes two. */
  tokens: readonly [string, string]
}

export interface Attack {
  name: string
  isEncrypted?: true
  /** Goes on until `isOver`, then lets go of everything. */
  run(target: Target, isOver: () => boolean): Promise<void>
}

/** Connects, says `text`, reads and throws away what comes unless told not to. */
export function dial(target: Target, text: string | Uint8Array = '', reads = true): Socket {
  const line = connect({ port: target.port, host: '127.0.0.1', noDelay: true })
  line.on('error', () => {})
  if (reads) line.resume()
  if (text.length > 0) line.write(text)
  return line
}

/** So many lines, a few at a time, each replaced when it is cut, while the attack lasts. */
export async function keepLines(
  count: number,
  open: (n: number) => Socket,
  isOver: () => boolean,
  each: (line: Socket) => void = () => {},
): Promise<void> {
  const lines: Socket[] = []
  for (let n = 0; !isOver(); n = (n + 100) % count) {
    for (let at = n; at < Math.min(n + 100, count); at++) {
      const line = lines[at]
      if (!line || line.destroyed) lines[at] = open(at)
      else each(line)
    }
    await pause(20)
  }
  for (const line of lines) line.resetAndDestroy()
}

/** So many at once do `once` again and again. */
export async function over(many: number, isOver: () => boolean, once: () => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: many }, async () => {
      while (!isOver()) await once()
    }),
  )
}

/** Done when the other end has hung up, or after `ms`. */
export function untilGone(line: Socket, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      line.resetAndDestroy()
      resolve()
    }
    const timer = setTimeout(done, ms)
    line.once('close', done).once('end', done)
  })
}

export const enter = ({ sessionId }: Target, room: string, token: string): string =>
  handshake(`/sync/${sessionId}/${room}?acks=1&token=${token}`)

/** A whole frame with a mask of zero, or its first `given` bytes. */
export function frame(first: number, length: number, given: Uint8Array): Buffer {
  const head = Buffer.alloc(14)
  head[0] = first
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, given])
}
